package io.pulseline.normalizer.replay;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A report for people. Values of fields only on request: they are somebody's health. */
final class HumanReport {
    private static final int REFUSALS_SHOWN = 5;
    private static final int VALUE_CHARACTERS = 60;

    private final PrintWriter out;
    private final boolean showValues;

    HumanReport(PrintWriter out, boolean showValues) {
        this.out = out;
        this.showValues = showValues;
    }

    void print(Report report) {
        out.println("Replay of " + report.options().selection());
        out.println();
        table(report.comparison());
        differences(report);
        refusals(report);
        unversioned(report);
        out.println();
        ending(report);
        out.flush();
    }

    private void table(Comparison comparison) {
        out.printf(
                Locale.ROOT,
                "  %-24s %8s %8s | %8s %8s %8s %8s %11s%n",
                "kind",
                "payloads",
                "refused",
                "equal",
                "changed",
                "new",
                "older",
                "unversioned");
        Map<String, Integer> refused = comparison.readings().refused();
        comparison
                .readings()
                .payloads()
                .forEach((kind, payloads) -> {
                    Map<Verdict, Integer> records =
                            comparison.counts().getOrDefault(kind, new EnumMap<>(Verdict.class));
                    out.printf(
                            Locale.ROOT,
                            "  %-24s %8d %8d | %8d %8d %8d %8d %11d%n",
                            kind,
                            payloads,
                            refused.getOrDefault(kind, 0),
                            records.getOrDefault(Verdict.EQUAL, 0),
                            records.getOrDefault(Verdict.CHANGED, 0),
                            records.getOrDefault(Verdict.NEW, 0),
                            records.getOrDefault(Verdict.OLDER, 0),
                            records.getOrDefault(Verdict.UNVERSIONED, 0));
                });
    }

    private void differences(Report report) {
        if (report.differences().isEmpty()) {
            return;
        }
        out.println();
        out.println("First differences of each kind");
        for (Difference difference : report.differences()) {
            out.printf(
                    Locale.ROOT,
                    "  %s %s, revision %d -> %d%n",
                    difference.now().kind().recordType(),
                    difference.now().recordId(),
                    difference.before().revision(),
                    difference.now().revision());
            difference.fields().forEach(this::field);
        }
        if (!showValues) {
            out.println("  (--show-values shows what they say; these are health data)");
        }
    }

    private void field(Difference.Field field) {
        out.println(
                "    "
                        + field.path()
                        + (showValues
                                ? ": %s -> %s".formatted(cut(field.before()), cut(field.now()))
                                : ""));
    }

    private static String cut(Object value) {
        String text = value.toString();
        return text.length() <= VALUE_CHARACTERS
                ? text
                : text.substring(0, VALUE_CHARACTERS) + "...";
    }

    private void refusals(Report report) {
        var refusals = report.comparison().readings().refusals();
        if (refusals.isEmpty()) {
            return;
        }
        out.println();
        out.println("Refused payloads, " + Math.min(REFUSALS_SHOWN, refusals.size()) + " shown");
        refusals.stream()
                .limit(REFUSALS_SHOWN)
                .forEach(refusal ->
                        out.printf(
                                Locale.ROOT,
                                "  %s at %s: %s%n",
                                refusal.payloadKind(),
                                refusal.payload(),
                                refusal.reason()));
    }

    private void unversioned(Report report) {
        if (report.comparison().has(Verdict.UNVERSIONED)) {
            out.println();
            out.println(
                    "Unversioned records read differently by a mapping of the same version: readers"
                            + " would drop them.");
            out.println("Count up the mapping version in RecordKind, and replay then.");
        }
    }

    private void ending(Report report) {
        Sent sent = report.sent();
        if (sent == null) {
            out.printf(
                    Locale.ROOT,
                    "Dry run: nothing was written. Without --dry-run %d payloads would be sent.%n",
                    report.toSend());
            return;
        }
        if (sent.payloads() == 0) {
            out.println("Nothing changes, so nothing was sent (--all sends everything).");
            return;
        }
        out.println(
                "Sent "
                        + sent.payloads()
                        + " payloads to the backfill lane. Came out changed or new:");
        if (sent.arrived().isEmpty()) {
            out.println("  nothing");
        }
        sent.arrived()
                .forEach((kind, records) ->
                        out.printf(Locale.ROOT, "  %-24s %8d records%n", kind, records));
        if (!sent.taken()) {
            out.printf(
                    Locale.ROOT,
                    "The normalizer has not taken all of them within %d s. It will when it runs"
                            + " (./pulseline status); --wait waits longer.%n",
                    report.options().patience().toSeconds());
        } else if (!sent.missing().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%d records are not there as expected, the first: %s. Does the running"
                            + " normalizer have the same version as this program?%n",
                    sent.missing().size(),
                    sent.missing().getFirst().recordId());
        }
    }
}
