package io.pulseline.normalizer.coverage;

import io.pulseline.contracts.OpenSets;
import io.pulseline.normalizer.record.RecordKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The matrix for people, in Markdown. */
final class CoveragePage {
    private static final String HEAD =
            """
            # What each provider gives

            Made by `CoverageTest` of normalizer-service, which hands the same truths to both providers' mappers and looks at every
            field of every record; the build fails where this page, or a note on it, is not true any more. Not to be edited:
            `./mvnw -pl normalizer-service -am test -Dtest=CoverageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpulseline.regenerate=yes`
            writes it anew. How Google's documents become records says [google-health-mapping.md](google-health-mapping.md).

            - **given**: the provider tells it; where both do and nothing is remarked, both tell the same.
            - **worked out**: the provider's documents do not hold the figure; it is made of others.
            - **–**: null from this provider.

            """;

    private static final Map<String, String> NAMES =
            Map.of(
                    OpenSets.Provider.FITBIT,
                    "Fitbit",
                    OpenSets.Provider.GOOGLE_HEALTH,
                    "Google Health");

    private CoveragePage() {}

    static String of(CoverageMatrix matrix) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(
                """
                Left out is what ingest and the normalizer put into every record, whoever the provider is: %s; and of
                records by the hour also %s.

                """
                        .formatted(code(FieldPaths.FRAME), code(FieldPaths.FRAME_OF_SLOTS)));
        for (RecordKind kind : RecordKind.values()) {
            page.append("## %s\n\n".formatted(kind.recordClass().getSimpleName()));
            page.append("Kind `%s`, topic `%s`.\n\n".formatted(kind.recordType(), kind.topic()));
            addParts(page, matrix.parts().getOrDefault(kind, Map.of()));
            addFields(page, matrix.fields().getOrDefault(kind, List.of()));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static void addParts(StringBuilder page, Map<String, PartsRead> parts) {
        page.append("| provider | part | read from |\n|---|---|---|\n");
        parts.forEach((provider, read) ->
                read.endpoints()
                        .forEach((part, endpoint) ->
                                page.append(
                                        "| %s | `%s` | `%s` |\n"
                                                .formatted(
                                                        NAMES.getOrDefault(provider, provider),
                                                        part,
                                                        endpoint))));
        page.append('\n');
    }

    private static void addFields(StringBuilder page, List<Finding> findings) {
        page.append("| field | Fitbit | Google Health | remark |\n|---|---|---|---|\n");
        for (Finding finding : findings) {
            page.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    finding.path(),
                                    finding.evidence().byFitbit() ? "given" : "–",
                                    google(finding),
                                    remark(finding.note())));
        }
        page.append('\n');
    }

    private static String google(Finding finding) {
        if (!finding.evidence().byGoogle()) {
            return "–";
        }
        Note note = finding.note();
        return note != null && note.form() == Note.Form.WORKED_OUT ? "worked out" : "given";
    }

    private static String remark(@Nullable Note note) {
        if (note == null) {
            return "";
        }
        return switch (note.form()) {
            case FITBIT_ALONE, GOOGLE_ALONE, NOBODY, OWN_WORDS -> note.words();
            case APART -> note.words() + "; at most " + number(note) + " apart";
            case WORKED_OUT ->
                    note.words()
                            + (note.tolerance() == 0
                                    ? "; exact"
                                    : "; at most " + number(note) + " from Fitbit's");
        };
    }

    private static String number(Note note) {
        return BigDecimal.valueOf(note.tolerance()).stripTrailingZeros().toPlainString();
    }

    private static String code(List<String> fields) {
        return fields.stream().map(field -> "`" + field + "`").collect(Collectors.joining(", "));
    }
}
