package io.pulseline.pipeline.target.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Result;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Body of a webhook, the envelope of Standard Webhooks 1.0.0: {@code type}, {@code timestamp} (when
 * the event happened), {@code data}: the record in our JSON with {@code boosts}, and for an
 * activity with {@code links}.
 */
final class Envelope {
    /** Long columns of an activity; reachable at {@code data.links.series}. */
    private static final Set<String> SERIES = Set.of("heartRate", "track");

    /** What is long in any record. */
    private static final Set<String> COLUMNS =
            Set.of("heartRate", "track", "intraday", "segments", "stepsPerMinute");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String publicUrl;

    /**
     * @param publicUrl where users reach us, without a slash at the end
     */
    Envelope(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The same input gives the same bytes. */
    byte[] write(EventType event, Result result, boolean withSeries) {
        // Without its series an hour of steps would say nothing.
        boolean isWhole = withSeries || result instanceof Result.OfMetric;
        ObjectNode data =
                (ObjectNode) RecordJson.tree(result.record(), isWhole ? Set.of() : SERIES);
        ArrayNode boosts = data.putArray("boosts");
        for (Boost boost : result.boosts()) {
            boosts.add(RecordJson.tree(boost, Set.of()));
        }
        if (result instanceof Result.OfActivity(BoostedActivity boosted)) {
            String self = publicUrl + "/api/activities/" + boosted.getRecordId();
            data.putObject("links").put("self", self).put("series", self + "/series");
        }
        return bytes(event, result, happenedAt(event, data), data);
    }

    /**
     * The same envelope around data points.
     *
     * @param dataPoints in the order in which they are to stand; empty takes back all of the record
     */
    static byte[] write(EventType event, Result result, List<ObjectNode> dataPoints) {
        JsonNode record = RecordJson.tree(result.record(), COLUMNS);
        ObjectNode data = JSON.createObjectNode();
        data.set("recordId", record.path("recordId"));
        data.set("revision", record.path("revision"));
        data.putArray("dataPoints").addAll(dataPoints);
        return bytes(event, result, happenedAt(event, record), data);
    }

    private static byte[] bytes(EventType event, Result result, Instant at, ObjectNode data) {
        ObjectNode envelope =
                JSON.createObjectNode()
                        .put("type", event.of(result.recordType()))
                        .put("timestamp", at.toString());
        envelope.set("data", data);
        return bytes(envelope);
    }

    /** Tells of nothing, so that a receiver can be tried. */
    static byte[] ofTest(Instant now) {
        ObjectNode envelope =
                JSON.createObjectNode()
                        .put("type", "pulseline.test")
                        .put("timestamp", now.toString());
        envelope.putObject("data");
        return bytes(envelope);
    }

    private static byte[] bytes(ObjectNode envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** A record happens when it ends; what is dated or deleted, when we saw it. */
    private static Instant happenedAt(EventType event, JsonNode data) {
        JsonNode end = data.path("endEpochMillis");
        JsonNode start = data.path("startEpochMillis");
        if (event != EventType.DELETED && end.isNumber()) {
            return Instant.ofEpochMilli(end.asLong());
        }
        if (event != EventType.DELETED && start.isNumber()) {
            return Instant.ofEpochMilli(
                    start.asLong() + data.path("elapsedMilliseconds").asLong(0));
        }
        return Instant.ofEpochMilli(Revision.capturedEpochMillis(data.path("revision").asLong()));
    }
}
