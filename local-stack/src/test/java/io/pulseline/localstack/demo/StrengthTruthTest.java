package io.pulseline.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.StepFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivered workout of one minute beside the truth: 100, 101, ... every ten seconds. */
class StrengthTruthTest {
    private static final Instant START = Instant.parse("2026-11-29T15:00:00Z");

    private final NavigableMap<Instant, Integer> beats = new TreeMap<>();
    private final ObjectNode workout = Http.JSON.createObjectNode();
    private final ObjectNode delivered = Http.JSON.createObjectNode();

    @BeforeEach
    void aMinute() {
        for (int sample = -3; sample < 10; sample++) {
            beats.put(START.plusSeconds(5 + 10 * sample), 100 + sample);
        }
        workout.put("start", "2026-11-29T16:00:00+01:00").put("durationMilliseconds", 60_000);
        workout.put("averageHeartRate", 103);
        delivered.put("activityType", "STRENGTH").put("startEpochMillis", START.toEpochMilli());
        delivered.put("elapsedMilliseconds", 60_000);
        delivered
                .putArray("boosts")
                .addObject()
                .put("booster", "heart-rate-summary")
                .putObject("values")
                .put("averageBeatsPerMinute", 102.5);
        deliver(beats.subMap(START, START.plusSeconds(60)));
    }

    private void deliver(SortedMap<Instant, Integer> samples) {
        ObjectNode heartRate = delivered.putObject("heartRate");
        heartRate.put("startEpochMillis", START.toEpochMilli());
        var offsets = heartRate.putArray("offsetMilliseconds");
        var rates = heartRate.putArray("beatsPerMinute");
        samples.forEach((at, rate) -> {
            offsets.add(Duration.between(START, at).toMillis());
            rates.add(rate);
        });
    }

    private String compared() {
        return StrengthTruth.compared(workout, beats, delivered);
    }

    @Test
    void theSameHeartbeatsAreTold() {
        assertThat(compared()).contains("STRENGTH, 1 min, 6 heart-rate samples, 103 beats");
    }

    @Test
    void aValueBetweenTheNeighboursMayStandOnStartAndEnd() {
        NavigableMap<Instant, Integer> more =
                new TreeMap<>(beats.subMap(START, START.plusSeconds(60)));
        more.put(START, 99);
        more.put(START.plusSeconds(60), 106);
        deliver(more);

        assertThat(compared()).contains("8 heart-rate samples");
    }

    @Test
    void anotherValueIsADifference() {
        NavigableMap<Instant, Integer> other =
                new TreeMap<>(beats.subMap(START, START.plusSeconds(60)));
        other.put(START.plusSeconds(25), 103);
        deliver(other);

        assertThatThrownBy(this::compared)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("1 of them missing or other");
    }

    @Test
    void aMissingHeartRateIsADifference() {
        delivered.remove("heartRate");

        assertThatThrownBy(this::compared)
                .hasMessageContaining("expected 6, found 0")
                .hasMessageContaining("average of the samples: expected 103.0, found NaN");
    }

    @Test
    void anotherAverageIsADifference() {
        values().put("averageBeatsPerMinute", 110.0);

        assertThatThrownBy(this::compared)
                .hasMessageContaining("average of heart-rate-summary: expected 103.0, found 110.0");
    }

    @Test
    void nothingIsEqualToATruthWithoutHeartRate() {
        beats.clear();

        assertThatThrownBy(this::compared).hasMessageContaining("no heart rate in the workout");
    }

    private ObjectNode values() {
        JsonNode boost = delivered.path("boosts").path(0);
        return (ObjectNode) boost.path("values");
    }
}
