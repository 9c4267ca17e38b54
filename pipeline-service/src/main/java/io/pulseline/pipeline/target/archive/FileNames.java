package io.pulseline.pipeline.target.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of files by a user's template: of one record always the same, of two never. */
final class FileNames {
    /** Characters of a template. */
    static final int LONGEST_TEMPLATE = 100;

    static final String USUAL = "{date}_{type}_{recordId}";

    private static final int LONGEST_NAME_BYTES = 200;
    private static final int LONGEST_TYPE_BYTES = 40;
    private static final String RECORD_ID = "recordId";
    private static final String TITLE = "title";

    private static final Set<String> VARIABLES =
            Set.of("date", "time", "year", "month", "type", TITLE, RECORD_ID);

    /** As long as the values of a record without a title can be. */
    private static final Map<String, String> LONGEST_VALUES =
            Map.of(
                    "date",
                    "2026-06-13",
                    "time",
                    "07-30-00",
                    "year",
                    "2026",
                    "month",
                    "06",
                    "type",
                    "x".repeat(LONGEST_TYPE_BYTES),
                    RECORD_ID,
                    "x".repeat(36));

    private FileNames() {}

    /** Why a user's text is no template of names; empty if it is one. */
    static Optional<String> complaint(String template) {
        Optional<String> complaint = Template.complaint(template, VARIABLES);
        if (complaint.isPresent()) {
            return complaint;
        }
        if (!template.contains("{" + RECORD_ID + "}")) {
            return Optional.of("must hold {recordId}: else two records could share a file");
        }
        if (!template.equals(PathPart.safe(template))) {
            return Optional.of(
                    "must name a file that every system takes: no separators, no control"
                            + " characters, no blank or dot at its ends");
        }
        return Template.filled(template, LONGEST_VALUES).getBytes(UTF_8).length
                        > LONGEST_NAME_BYTES - 5
                ? Optional.of("makes names of more than " + LONGEST_NAME_BYTES + " bytes")
                : Optional.empty();
    }

    /**
     * The name of a result's file.
     *
     * @param template without a {@link #complaint}
     * @param ending of the format, without a dot
     */
    static String of(String template, Result result, String ending) {
        Map<String, String> values = new HashMap<>(NameValues.of(result));
        values.computeIfPresent(
                "type", (_, type) -> PathPart.cut(PathPart.safe(type), LONGEST_TYPE_BYTES));
        String title = PathPart.safe(values.getOrDefault(TITLE, ""));
        values.put(TITLE, "");
        int untitled = Template.filled(template, values).getBytes(UTF_8).length;
        int room = LONGEST_NAME_BYTES - untitled - ending.length() - 1;
        values.put(TITLE, PathPart.cut(title, Math.max(0, room / titles(template))));
        return PathPart.safe(Template.filled(template, values)) + "." + ending;
    }

    /** Whether this is one that {@link #of} could have made: nothing else is ever deleted. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.equals(PathPart.safe(name))
                && name.getBytes(UTF_8).length <= LONGEST_NAME_BYTES + 1;
    }

    private static int titles(String template) {
        int titles = 0;
        for (int at = template.indexOf("{title}");
                at >= 0;
                at = template.indexOf("{title}", at + 1)) {
            titles++;
        }
        return Math.max(1, titles);
    }
}
