package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads heart rate as JSON has it: a start, and two columns of one length. */
public final class HeartRateColumns {
    private HeartRateColumns() {}

    /**
     * Beats per minute by their moment.
     *
     * @param heartRate {@code startEpochMillis}, {@code offsetMilliseconds} and {@code
     *     beatsPerMinute}; without samples, or absent, it gives an empty map
     */
    public static NavigableMap<Instant, Integer> of(JsonNode heartRate) {
        long start = heartRate.path("startEpochMillis").asLong();
        JsonNode offsets = heartRate.path("offsetMilliseconds");
        JsonNode beats = heartRate.path("beatsPerMinute");
        if (offsets.size() != beats.size()) {
            throw new IllegalArgumentException(
                    offsets.size() + " moments of heart rate and " + beats.size() + " values");
        }
        NavigableMap<Instant, Integer> byMoment = new TreeMap<>();
        for (int sample = 0; sample < beats.size(); sample++) {
            byMoment.put(
                    Instant.ofEpochMilli(start + offsets.path(sample).asLong()),
                    beats.path(sample).asInt());
        }
        return byMoment;
    }
}
