package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import java.io.PrintStream;

/** For machines: one object at the end, nothing before. */
final class JsonPrinter implements PlayPrinter {
    private final PrintStream out;

    JsonPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(String step, double seconds) {
        // Only the end is of use to a machine; so below.
    }

    @Override
    public void connected(int people) {}

    @Override
    public void lived(PlayOptions options, TimeMover time) {}

    @Override
    public void compares() {}

    @Override
    public void remark(String sentence) {}

    @Override
    public void ended(PlayResult result) {
        ObjectNode json = Http.JSON.createObjectNode();
        json.put("passed", result.passed());
        result.failures().forEach(json.putArray("failures")::add);
        ObjectNode options = json.putObject("options");
        options.put("users", result.options().users()).put("days", result.options().days());
        options.put("seed", result.options().seed()).put("faults", result.options().faults());
        options.put("provider", result.options().provider().word());
        ArrayNode records = json.putArray("records");
        result.records().forEach(comparison -> add(records.addObject(), comparison));
        json.putObject("messages").put("all", result.messages()).put("repeated", result.repeated());
        ObjectNode requests = json.putObject("requests");
        result.usages().forEach(usage -> add(requests.putObject(usage.side().word()), usage));
        ObjectNode struck = json.putObject("struck");
        result.struck().forEach(struck::put);
        json.put("deadLetters", result.deadLetters());
        add(json, result.pace());
        out.println(json);
    }

    private static void add(ObjectNode json, Comparison comparison) {
        json.put("recordType", comparison.recordType()).put("expected", comparison.expected());
        json.put("found", comparison.found()).put("missing", comparison.missing());
        json.put("doubled", comparison.doubled()).put("wrong", comparison.wrong());
        ArrayNode differences = json.putArray("differences");
        for (Difference difference : comparison.differences()) {
            differences
                    .addObject()
                    .put("user", difference.owner())
                    .put("key", difference.key().text())
                    .put("field", difference.field())
                    .put("expected", difference.expected())
                    .put("found", difference.found());
        }
    }

    private static void add(ObjectNode json, Usage usage) {
        add(json.putObject("perUserDay"), usage.userDay());
        add(json.putObject("perLiveUserDay"), usage.liveUserDay());
        add(json.putObject("perUserHour"), usage.userHour());
        add(json.putObject("perLiveUserHour"), usage.liveUserHour());
        json.put("mostInAMinute", usage.mostInAMinute());
        json.put("quotaExceeded", usage.quotaExceeded());
    }

    private static void add(ObjectNode json, Usage.Spent spent) {
        json.put("mean", spent.mean()).put("most", spent.most());
    }

    private static void add(ObjectNode json, PlayResult.Pace pace) {
        json.put("simulatedUntil", pace.end().toString()).put("steps", pace.steps());
        json.put("millisecondsPerStep", pace.perStep().toMillis());
        json.put("seconds", pace.took().toSeconds());
        ObjectNode waited = json.putObject("secondsWaitedFor");
        pace.waited().forEach((what, time) -> waited.put(what, time.toSeconds()));
    }

    @Override
    public void brokeOff(String reason) {
        ObjectNode json = Http.JSON.createObjectNode().put("passed", false);
        json.putArray("failures").add("the play broke off: " + reason);
        out.println(json);
    }
}
