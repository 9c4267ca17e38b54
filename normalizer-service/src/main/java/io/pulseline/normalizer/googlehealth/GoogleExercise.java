package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Lap;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.Units;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exercise of Google Health (fact sheet 4.8). Only the start is needed; whatever else is absent
 * is null: the figures of its summary are printed when they are 0.
 */
final class GoogleExercise {
    private static final String PART = "exercise part";
    private static final int HIGHEST_BEATS_PER_MINUTE = 300;

    private final GooglePoint point;
    private final JsonNode exercise;
    private final JsonNode summary;

    GoogleExercise(GooglePoint point) {
        this.point = point;
        this.exercise = point.value();
        this.summary = exercise.path("metricsSummary");
    }

    /** Start with its offset. */
    OffsetDateTime start(LocalTimes times) {
        OffsetDateTime start =
                GoogleTimes.moment(exercise.path("interval"), "startTime", "startUtcOffset", times);
        if (start == null) {
            throw new UnmappableException(PART + " has no readable startTime");
        }
        return start;
    }

    /** End; null while it goes on. */
    @Nullable Instant end() {
        return GoogleTimes.instant(exercise.path("interval"), "endTime");
    }

    @Nullable Long elapsedMilliseconds(OffsetDateTime start) {
        Instant end = end();
        if (end == null) {
            return null;
        }
        long elapsed = Duration.between(start.toInstant(), end).toMillis();
        if (elapsed < 0) {
            throw new UnmappableException(PART + " ends before it begins");
        }
        return elapsed;
    }

    @Nullable Long activeMilliseconds() {
        Duration active = GoogleTimes.duration(exercise, "activeDuration");
        return active == null || active.isNegative() ? null : active.toMillis();
    }

    @Nullable String id() {
        return point.id();
    }

    boolean hasSource() {
        return point.envelope().path("dataSource").isObject();
    }

    GoogleSource source() {
        return point.source();
    }

    /** In the user's language, or the user's own words for an exercise of type OTHER. */
    @Nullable String name() {
        return JsonParts.text(exercise, "displayName");
    }

    @Nullable String typeId() {
        return GoogleJson.word(exercise, "exerciseType");
    }

    String type() {
        return GoogleActivityTypes.of(typeId());
    }

    @Nullable Double distanceMetres() {
        return distanceMetres(summary);
    }

    @Nullable Double energyKilocalories() {
        return GoogleJson.amount(summary, "caloriesKcal");
    }

    @Nullable Integer steps() {
        return GoogleJson.count(summary, "steps");
    }

    @Nullable Double elevationGainMetres() {
        Double millimetres = GoogleJson.amount(summary, "elevationGainMillimeters");
        return millimetres == null ? null : Units.millimetresAsMetres(millimetres);
    }

    @Nullable Double averageHeartRate() {
        Double average = GoogleJson.amount(summary, "averageHeartRateBeatsPerMinute");
        return average == null || average < 1 || average > HIGHEST_BEATS_PER_MINUTE
                ? null
                : average;
    }

    /** The zones, lowest first, without limits, which an exercise does not tell. */
    @Nullable List<HeartRateZone> zones() {
        return GoogleZones.ofExercise(summary.path("heartRateZoneDurations"));
    }

    /** Laps as the summary has them; the automatic splits by kilometre or mile are none. */
    @Nullable List<Lap> laps(Oddities oddities) {
        List<Lap> laps = new ArrayList<>();
        for (JsonNode lap : exercise.path("splitSummaries")) {
            Instant start = GoogleTimes.instant(lap, "startTime");
            Instant end = GoogleTimes.instant(lap, "endTime");
            if (start == null || (end != null && end.isBefore(start))) {
                oddities.met(Oddity.ROW_UNREADABLE);
            } else {
                laps.add(
                        new Lap(
                                start.toEpochMilli(),
                                end == null ? null : Duration.between(start, end).toMillis(),
                                distanceMetres(lap.path("metricsSummary")),
                                GoogleJson.amount(lap.path("metricsSummary"), "caloriesKcal")));
            }
        }
        return laps.isEmpty() ? null : laps;
    }

    /** Google's own tutorial misspells the field; both spellings are read. */
    private static @Nullable Double distanceMetres(JsonNode summary) {
        Double millimetres = GoogleJson.amount(summary, "distanceMillimeters");
        if (millimetres == null) {
            millimetres = GoogleJson.amount(summary, "distanceMillimiters");
        }
        return millimetres == null ? null : Units.millimetresAsMetres(millimetres);
    }
}
