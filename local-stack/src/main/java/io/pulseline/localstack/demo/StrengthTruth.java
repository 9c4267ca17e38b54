package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.StepFailedException;
import io.pulseline.localstack.play.HeartRateColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a workout that was delivered with what the simulator knows to be true of it. */
final class StrengthTruth {
    private static final String SUMMARY = "heart-rate-summary";

    /** Averages differ by how samples are weighted: the simulator's counts each once. */
    private static final double AVERAGE_MARGIN = 1;

    private final List<String> differences = new ArrayList<>();

    private StrengthTruth() {}

    /**
     * Returns one line for people if all is equal. The simulator invents these values; a real
     * person's would not be printed.
     *
     * @param workout what the simulator says of it
     * @param beats every heartbeat that the provider tells, whole life
     * @param delivered the {@code data} of the webhook
     * @throws StepFailedException naming every difference
     */
    static String compared(
            JsonNode workout, NavigableMap<Instant, Integer> beats, JsonNode delivered) {
        Instant start = OffsetDateTime.parse(workout.path("start").asText()).toInstant();
        Duration length = Duration.ofMillis(workout.path("durationMilliseconds").asLong());
        Instant end = start.plus(length);
        NavigableMap<Instant, Integer> found = HeartRateColumns.of(delivered.path("heartRate"));
        StrengthTruth truth = new StrengthTruth();
        truth.same("type", "STRENGTH", delivered.path("activityType").asText());
        truth.same("start", start.toEpochMilli(), delivered.path("startEpochMillis").asLong());
        truth.same("elapsed ms", length.toMillis(), delivered.path("elapsedMilliseconds").asLong());
        truth.sameBeats(inside(beats, start, end), inside(found, start, end));
        int expected = workout.path("averageHeartRate").asInt();
        double average =
                found.values().stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
        truth.close("average of the samples", expected, average);
        double summed = summary(delivered).path("averageBeatsPerMinute").asDouble(Double.NaN);
        truth.close("average of " + SUMMARY, expected, summed);
        truth.failOnAny();
        return String.format(
                Locale.ROOT,
                "STRENGTH, %d min, %d heart-rate samples, %.0f beats per minute on average",
                length.toMinutes(),
                found.size(),
                summed);
    }

    /** Between the two moments. On them a value may stand that lies between its neighbours. */
    private static NavigableMap<Instant, Integer> inside(
            NavigableMap<Instant, Integer> beats, Instant start, Instant end) {
        return new TreeMap<>(beats.subMap(start, false, end, false));
    }

    private static JsonNode summary(JsonNode delivered) {
        return StreamSupport.stream(delivered.path("boosts").spliterator(), false)
                .filter(boost -> SUMMARY.equals(boost.path("booster").asText()))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("the webhook has no " + SUMMARY))
                .path("values");
    }

    private void sameBeats(
            NavigableMap<Instant, Integer> expected, NavigableMap<Instant, Integer> found) {
        if (expected.isEmpty()) {
            differences.add("the truth has no heart rate in the workout");
        } else if (!expected.equals(found)) {
            long wrong =
                    expected.entrySet().stream()
                            .filter(beat -> !beat.getValue().equals(found.get(beat.getKey())))
                            .count();
            differences.add(
                    "heart-rate samples: expected %d, found %d; %d of them missing or other"
                            .formatted(expected.size(), found.size(), wrong));
        }
    }

    private void same(String what, Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private void close(String what, double expected, double found) {
        // NaN, which is close to nothing, is caught by the negation.
        if (!(Math.abs(expected - found) <= AVERAGE_MARGIN)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private void failOnAny() {
        if (!differences.isEmpty()) {
            throw new StepFailedException(
                    "the workout differs from the truth: " + String.join("; ", differences));
        }
    }
}
