package io.pulseline.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where a way through the boosters is taken up again when data come: at the booster that waits for
 * them, or at the first that went on without. What the boosters before it did is kept.
 *
 * @param booster its place among the boosters
 * @param choices the boosters up to it as they were chosen then, as a text: where they are others
 *     now, the way begins anew
 * @param askedFirst when it was first asked on this way
 * @param awaits what it would do better with
 * @param activity as it came to this booster
 */
record Waypoint(
        int booster,
        String choices,
        Instant askedFirst,
        Lookup.HeartRate awaits,
        Activity activity) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Waypoint at(
            int booster,
            List<BoosterChoice> choices,
            Instant askedFirst,
            Lookup.HeartRate awaits,
            Activity activity) {
        return new Waypoint(booster, text(choices, booster), askedFirst, awaits, activity);
    }

    /** True if these boosters begin as those did that led to it. */
    boolean isOnTheWayOf(List<BoosterChoice> others) {
        return booster < others.size() && choices.equals(text(others, booster));
    }

    private static String text(List<BoosterChoice> choices, int last) {
        return choices.subList(0, last + 1).toString();
    }

    Packed write() {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("booster", booster)
                        .put("choices", choices)
                        .put("askedFirst", askedFirst.toString())
                        .put("from", awaits.from().toString())
                        .put("to", awaits.to().toString());
        json.set("activity", RecordJson.tree(activity, Set.of()));
        return Packed.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Waypoint read(Packed packed) {
        try {
            JsonNode json = JSON.readTree(packed.plain());
            return new Waypoint(
                    json.path("booster").asInt(),
                    json.path("choices").asText(),
                    Instant.parse(json.path("askedFirst").asText()),
                    new Lookup.HeartRate(
                            Instant.parse(json.path("from").asText()),
                            Instant.parse(json.path("to").asText())),
                    RecordJson.read(json.path("activity"), Activity.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the waypoint of a run is not our JSON", e);
        }
    }
}
