package io.pulseline.pipeline.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import java.time.Instant;
import java.util.Set;

/**
 * Body of a webhook, the envelope of Standard Webhooks 1.0.0: {@code type}, {@code timestamp} (when
 * the event happened), {@code data}: the activity in our JSON with {@code boosts} and {@code
 * links}.
 */
final class Envelope {
    /** Long columns; reachable at {@code data.links.series}. */
    private static final Set<String> SERIES = Set.of("heartRate", "track");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String publicUrl;

    /**
     * @param publicUrl where users reach us, without a slash at the end
     */
    Envelope(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The same input gives the same bytes. */
    byte[] write(EventType event, BoostedActivity boosted, boolean withSeries) {
        Activity activity = boosted.getActivity();
        ObjectNode data = (ObjectNode) RecordJson.tree(activity, withSeries ? Set.of() : SERIES);
        ArrayNode boosts = data.putArray("boosts");
        for (Boost boost : boosted.getBoosts()) {
            boosts.add(RecordJson.tree(boost, Set.of()));
        }
        String self = publicUrl + "/api/activities/" + boosted.getRecordId();
        data.putObject("links").put("self", self).put("series", self + "/series");
        ObjectNode envelope =
                JSON.createObjectNode()
                        .put("type", event.word())
                        .put("timestamp", happenedAt(event, activity).toString());
        envelope.set("data", data);
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** An activity happens when it ends; a deletion when we saw it. */
    private static Instant happenedAt(EventType event, Activity activity) {
        Long start = activity.getStartEpochMillis();
        if (event == EventType.DELETED || start == null) {
            return Instant.ofEpochMilli(Revision.capturedEpochMillis(activity.getRevision()));
        }
        Long elapsed = activity.getElapsedMilliseconds();
        return Instant.ofEpochMilli(start + (elapsed == null ? 0 : elapsed));
    }
}
