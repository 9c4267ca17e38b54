package io.pulseline.pipeline.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.WebhookReceiver;
import io.pulseline.testing.Infrastructure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what became of a person's activities with what the oracle foresaw. */
public final class Witness {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of any unit; times are told to the millisecond. */
    private static final double TOLERANCE = 0.002;

    private final Person person;

    public Witness(Person person) {
        this.person = person;
    }

    /** All that is otherwise, a line each; empty if all is as foreseen. */
    public List<String> differences(Map<Integer, Foreseen> foreseen) {
        List<String> found = new ArrayList<>();
        Map<String, JsonNode> runs = runs();
        Map<String, List<JsonNode>> webhook = heardByWebhook();
        Map<String, List<JsonNode>> kafka = heardByKafka();
        foreseen.forEach((number, expected) -> {
            JsonNode run = runs.remove(person.run(number).toString());
            String record = person.sent(number).recordId().toString();
            List<JsonNode> hooks = webhook.getOrDefault(record, List.of());
            List<JsonNode> records = kafka.getOrDefault(record, List.of());
            List<String> here = new ArrayList<>();
            if (run == null) {
                here.add("there is no run");
            } else {
                compareRun(expected, run, person.sent(number), here);
            }
            compareKept(expected, person.sent(number), here);
            compareHeard(expected, hooks, records, here);
            here.forEach(line -> found.add("number " + number + ": " + line));
        });
        runs.values().forEach(run -> found.add("nobody foresaw " + run));
        return found;
    }

    private static void compareRun(
            Foreseen expected, JsonNode run, Person.Sent sent, List<String> found) {
        compare("status", expected.status(), run.path("status").asText(), found);
        compare("title", String.valueOf(expected.title()), text(run.path("title")), found);
        compare("type", expected.activityType(), run.path("activityType").asText(), found);
        compare(
                "revision",
                sent.revisions().get(expected.revision()),
                run.path("revision").asLong(),
                found);
        compareSteps(expected.steps(), run.path("steps"), "name", found);
    }

    /** Whatever started nothing has a higher revision than its run. */
    private void compareKept(Foreseen expected, Person.Sent sent, List<String> found) {
        if (!expected.isFinal()) {
            compare(
                    "kept revision",
                    sent.revisions().getLast(),
                    person.asked("/api/activities/" + sent.recordId()).path("revision").asLong(),
                    found);
        }
    }

    private static void compareSteps(
            List<Foreseen.Step> expected, JsonNode steps, String name, List<String> found) {
        if (expected.size() != steps.size()) {
            found.add("%d steps, foreseen %d: %s".formatted(steps.size(), expected.size(), steps));
            return;
        }
        for (int place = 0; place < steps.size(); place++) {
            Foreseen.Step foreseen = expected.get(place);
            JsonNode step = steps.path(place);
            String where = "step " + place + " (" + foreseen.name() + ") ";
            compare(where + "name", foreseen.name(), step.path(name).asText(), found);
            compare(where + "status", foreseen.status(), step.path("status").asText(), found);
            if (foreseen.reason() != null) {
                compare(where + "reason", foreseen.reason(), step.path("reason").asText(), found);
            }
            compareValues(where, foreseen.values(), step.path("values"), found);
        }
    }

    private static void compareValues(
            String where, Map<String, Double> expected, JsonNode values, List<String> found) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        values.properties().forEach(entry -> left.put(entry.getKey(), entry.getValue()));
        expected.forEach((name, value) -> {
            JsonNode is = left.remove(name);
            if (is == null || Math.abs(is.asDouble() - value) > TOLERANCE) {
                found.add(where + name + " is " + is + ", foreseen " + value);
            }
        });
        left.forEach((name, value) -> found.add(where + name + " = " + value + " not foreseen"));
    }

    private static void compareHeard(
            Foreseen expected, List<JsonNode> hooks, List<JsonNode> records, List<String> found) {
        compare(
                "webhook heard",
                expected.heard(),
                hooks.stream().map(hook -> hook.path("type").asText()).toList(),
                found);
        compare("Kafka heard", expected.heard().size(), records.size(), found);
        if (expected.heard().isEmpty() || hooks.isEmpty() || records.isEmpty()) {
            return;
        }
        JsonNode lastHook = hooks.getLast().path("data");
        JsonNode lastRecord = records.getLast();
        compareContent("webhook ", expected, lastHook, lastHook.path("boosts"), found);
        compareContent(
                "Kafka ", expected, lastRecord.path("activity"), lastRecord.path("boosts"), found);
    }

    private static void compareContent(
            String who, Foreseen expected, JsonNode activity, JsonNode boosts, List<String> found) {
        boolean deleted = expected.heard().getLast().equals(Foreseen.DELETED);
        compare(who + "deleted", deleted, activity.path("deleted").asBoolean(), found);
        if (!deleted) {
            String title = text(activity.path("title"));
            compare(who + "title", String.valueOf(expected.title()), title, found);
            compare(
                    who + "type",
                    expected.activityType(),
                    activity.path("activityType").asText(),
                    found);
        }
        List<Foreseen.Step> boosters = expected.steps().subList(0, expected.steps().size() - 2);
        List<String> inside = new ArrayList<>();
        compareSteps(boosters, boosts, "booster", inside);
        inside.forEach(line -> found.add(who + line));
    }

    /** Absent and null are one. */
    private static String text(JsonNode json) {
        return json.isTextual() ? json.asText() : "null";
    }

    private static void compare(String what, Object expected, Object is, List<String> found) {
        if (!expected.equals(is)) {
            found.add(what + " is " + is + ", foreseen " + expected);
        }
    }

    /** Page by page. */
    private Map<String, JsonNode> runs() {
        Map<String, JsonNode> runs = new LinkedHashMap<>();
        String next = "";
        do {
            JsonNode page = person.asked("/api/runs?limit=30" + next);
            for (JsonNode run : page.path("runs")) {
                if (runs.put(run.path("runId").asText(), run) != null) {
                    throw new AssertionError("on two pages: " + run);
                }
            }
            next = page.path("next").isTextual() ? "&after=" + page.path("next").asText() : "";
        } while (!next.isEmpty());
        return runs;
    }

    private Map<String, List<JsonNode>> heardByWebhook() {
        Map<String, List<JsonNode>> heard = new LinkedHashMap<>();
        person.receiver().received().stream()
                .map(WebhookReceiver.Received::json)
                .forEach(json ->
                        heard.computeIfAbsent(
                                        json.path("data").path("recordId").asText(),
                                        _ -> new ArrayList<>())
                                .add(json));
        return heard;
    }

    private Map<String, List<JsonNode>> heardByKafka() {
        Map<String, List<JsonNode>> heard = new LinkedHashMap<>();
        try (AvroCodec<BoostedActivity> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.PIPELINE_ACTIVITIES,
                        BoostedActivity.class)) {
            person.street().kafka().everythingIn(Topics.PIPELINE_ACTIVITIES).stream()
                    .filter(entry -> person.user().toString().equals(entry.key()))
                    .map(entry -> codec.decode(entry.value()))
                    .forEach(boosted ->
                            heard.computeIfAbsent(boosted.getRecordId(), _ -> new ArrayList<>())
                                    .add(RecordJson.tree(boosted, Set.of())));
        }
        return heard;
    }

    /** All there is to say of every run but when and how fast; and how much the targets heard. */
    public Map<String, String> everything() {
        Map<String, String> all = new LinkedHashMap<>();
        runs().keySet().forEach(id -> all.put(id, told(person.asked("/api/runs/" + id))));
        all.put("webhook", heardByWebhook().toString());
        all.put("Kafka", heardByKafka().toString());
        return all;
    }

    private static String told(JsonNode run) {
        ObjectNode told = JSON.createObjectNode();
        for (String field : List.of("title", "activityType", "status", "reason", "revision")) {
            told.set(field, run.path(field));
        }
        told.set("steps", without(run.path("steps"), Set.of("durationMilliseconds")));
        told.set(
                "deliveries",
                without(run.path("deliveries"), Set.of("pass", "present", "updatedAt")));
        return told.toString();
    }

    private static ArrayNode without(JsonNode items, Set<String> fields) {
        ArrayNode left = JSON.createArrayNode();
        items.forEach(item -> left.add(((ObjectNode) item.deepCopy()).remove(fields)));
        return left;
    }
}
