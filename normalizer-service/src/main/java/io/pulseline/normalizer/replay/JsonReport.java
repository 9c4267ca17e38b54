package io.pulseline.normalizer.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs: one JSON object in one line. */
final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintWriter out;
    private final boolean showValues;

    JsonReport(PrintWriter out, boolean showValues) {
        this.out = out;
        this.showValues = showValues;
    }

    void print(Report report) {
        Selection selection = report.options().selection();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("dryRun", !report.options().send());
        json.put("user", selection.user() == null ? null : selection.user().toString());
        json.put("from", selection.from() == null ? null : selection.from().toString());
        json.put("to", selection.to() == null ? null : selection.to().toString());
        kinds(report.comparison(), json.putArray("kinds"));
        differences(report, json.putArray("differences"));
        refusals(report, json.putArray("refusals"));
        json.put("payloadsToSend", report.toSend());
        sent(report.sent(), json);
        out.println(json);
        out.flush();
    }

    private static void kinds(Comparison comparison, ArrayNode kinds) {
        Map<String, Integer> refused = comparison.readings().refused();
        Map<String, Map<Verdict, Integer>> counts = comparison.counts();
        comparison
                .readings()
                .payloads()
                .forEach((kind, payloads) -> {
                    ObjectNode each = kinds.addObject();
                    each.put("kind", kind);
                    each.put("payloads", payloads);
                    each.put("refused", refused.getOrDefault(kind, 0));
                    Map<Verdict, Integer> records =
                            counts.getOrDefault(kind, new EnumMap<>(Verdict.class));
                    for (Verdict verdict : Verdict.values()) {
                        each.put(word(verdict), records.getOrDefault(verdict, 0));
                    }
                });
    }

    private void differences(Report report, ArrayNode differences) {
        for (Difference difference : report.differences()) {
            ObjectNode each = differences.addObject();
            each.put("recordType", difference.now().kind().recordType());
            each.put("recordId", difference.now().recordId().toString());
            each.put("user", difference.now().user());
            each.put("verdict", word(difference.verdict()));
            each.put("revisionBefore", difference.before().revision());
            each.put("revision", difference.now().revision());
            ArrayNode fields = each.putArray("fields");
            for (Difference.Field field : difference.fields()) {
                ObjectNode one = fields.addObject();
                one.put("field", field.path());
                if (showValues) {
                    one.set("before", field.before());
                    one.set("now", field.now());
                }
            }
        }
    }

    private static void refusals(Report report, ArrayNode refusals) {
        for (Refusal refusal : report.comparison().readings().refusals()) {
            ObjectNode each = refusals.addObject();
            each.put("kind", refusal.payloadKind());
            each.put("payload", refusal.payload().toString());
            each.put("reason", refusal.reason());
        }
    }

    private static void sent(@Nullable Sent sent, ObjectNode json) {
        if (sent == null) {
            return;
        }
        ObjectNode result = json.putObject("sent");
        result.put("payloads", sent.payloads());
        result.put("taken", sent.taken());
        ObjectNode arrived = result.putObject("arrived");
        sent.arrived().forEach(arrived::put);
        ArrayNode missing = result.putArray("missing");
        sent.missing().forEach(record -> missing.add(record.recordId().toString()));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
