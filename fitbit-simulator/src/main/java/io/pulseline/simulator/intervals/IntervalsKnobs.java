package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;

/**
 * How intervals.icu behaves where no source settles it, or a test wants it otherwise.
 *
 * @param numericIds ids of activities are JSON numbers, not texts with an {@code i}
 * @param tellsExternalIds the list of activities has {@code external_id}
 * @param tellsInstants the list of activities has {@code start_date} beside the local one
 * @param requestsPerSecond of one caller in real time, after the burst
 * @param burst requests at once
 */
public record IntervalsKnobs(
        boolean numericIds,
        boolean tellsExternalIds,
        boolean tellsInstants,
        int requestsPerSecond,
        int burst) {

    /** What was seen most: text ids, everything told, 10 requests a second. */
    public static IntervalsKnobs defaults() {
        return new IntervalsKnobs(false, true, true, 10, 30);
    }

    /**
     * The same with some of them changed.
     *
     * @param change any of the names above
     * @throws IllegalArgumentException if a name or a value does not fit
     */
    public IntervalsKnobs changed(JsonNode change) {
        ObjectNode all = (ObjectNode) Json.tree(this);
        change.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        return Json.read(Json.bytes(all), IntervalsKnobs.class);
    }
}
