package io.pulseline.pipeline.play;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A workout of the play, steady from its first second to its last.
 *
 * @param number in the plan
 * @param start with the offset of the clocks where it was
 * @param title null for a file that has none
 * @param centimetresPerSecond 0 for one without a distance
 * @param beatsPerMinute of the heart, whoever measures it
 * @param yieldsTo number of the same workout on another device, which counts once it is known; null
 *     for a workout of one device
 */
public record Workout(
        int number,
        Source source,
        OffsetDateTime start,
        int minutes,
        String type,
        @Nullable String title,
        int centimetresPerSecond,
        int beatsPerMinute,
        @Nullable Integer yieldsTo) {
    private static final int SECONDS_PER_MINUTE = 60;

    Workout titled(String other) {
        return new Workout(
                number,
                source,
                start,
                minutes,
                type,
                other,
                centimetresPerSecond,
                beatsPerMinute,
                yieldsTo);
    }

    Workout fasterBy(int more) {
        return new Workout(
                number,
                source,
                start,
                minutes,
                type,
                title,
                centimetresPerSecond + more,
                beatsPerMinute,
                yieldsTo);
    }

    Instant startedAt() {
        return start.toInstant();
    }

    Instant endedAt() {
        return startedAt().plus(Duration.ofMinutes(minutes));
    }

    LocalDate date() {
        return start.toLocalDate();
    }

    int seconds() {
        return minutes * SECONDS_PER_MINUTE;
    }

    long centimetres() {
        return (long) centimetresPerSecond * seconds();
    }

    double metres() {
        return centimetres() / 100.0;
    }

    boolean hasDistance() {
        return centimetresPerSecond > 0;
    }

    /** Outdoors a track tells where one was when. */
    boolean hasTrack() {
        return hasDistance() && source != Source.JSON && !hasWord("treadmill");
    }

    /** In whatever case. */
    boolean hasWord(String word) {
        return title != null && title.toLowerCase(Locale.ROOT).contains(word);
    }

    /** What its Fitbit reckons; null where it does not. */
    @Nullable Double energyKilocalories() {
        return source == Source.FITBIT && type.equals(ActivityType.WALK) ? 3.0 * minutes : null;
    }
}
