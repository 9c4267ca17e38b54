package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.localstack.client.StepFailedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an activity from the topic with what the simulator knows to be true. */
final class ActivityTruth {
    private final JsonNode truth;
    private final List<String> differences = new ArrayList<>();

    private ActivityTruth(JsonNode truth) {
        this.truth = truth;
    }

    /** Fails with every difference named. */
    static void compare(JsonNode truth, Activity activity) {
        ActivityTruth comparison = new ActivityTruth(truth);
        comparison.compare(activity);
        if (!comparison.differences.isEmpty()) {
            throw new StepFailedException(
                    "the activity differs from the truth: "
                            + String.join("; ", comparison.differences));
        }
    }

    private void compare(Activity activity) {
        same(
                "start",
                OffsetDateTime.parse(truth.path("start").asText()).toInstant().toEpochMilli(),
                activity.getStartEpochMillis());
        same(
                "elapsed ms",
                truth.path("durationMilliseconds").asLong(),
                activity.getElapsedMilliseconds());
        same(
                "active ms",
                truth.path("activeDurationMilliseconds").asLong(),
                activity.getActiveMilliseconds());
        same("steps", truth.path("steps").asInt(), activity.getSteps());
        close(
                "distance in metres",
                truth.path("distanceMetres").asDouble(),
                activity.getDistanceMetres());
        close(
                "energy in kcal",
                truth.path("energyKilocalories").asDouble(),
                activity.getEnergyKilocalories());
        int samples =
                activity.getHeartRate() == null
                        ? 0
                        : activity.getHeartRate().getBeatsPerMinute().size();
        same("heart-rate samples", truth.path("heartRateSampleCount").asInt(), samples);
        int points =
                activity.getTrack() == null
                        ? 0
                        : activity.getTrack().getOffsetMilliseconds().size();
        same("track points", truth.path("trackPointCount").asInt(), points);
    }

    private void same(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private void close(String what, double expected, @Nullable Double found) {
        if (found == null || Math.abs(expected - found) > 0.01) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    /**
     * One line for people. The simulator invents these values; a real person's would not be
     * printed.
     */
    static String describe(Activity activity) {
        Instant start =
                Instant.ofEpochMilli(Objects.requireNonNull(activity.getStartEpochMillis()));
        ZoneOffset offset =
                ZoneOffset.ofTotalSeconds(Objects.requireNonNull(activity.getStartOffsetSeconds()));
        return String.format(
                Locale.ROOT,
                "%s at %s, %.2f km, %d min, %d heart-rate samples, %d track points",
                activity.getActivityType(),
                start.atOffset(offset)
                        .format(DateTimeFormatter.ofPattern("HH:mm:ssxxx", Locale.ROOT)),
                Objects.requireNonNullElse(activity.getDistanceMetres(), 0.0) / 1000,
                Objects.requireNonNullElse(activity.getElapsedMilliseconds(), 0L) / 60_000,
                activity.getHeartRate() == null
                        ? 0
                        : activity.getHeartRate().getBeatsPerMinute().size(),
                activity.getTrack() == null
                        ? 0
                        : activity.getTrack().getOffsetMilliseconds().size());
    }
}
