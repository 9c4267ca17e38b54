package io.pulseline.pipeline.absence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is not there, and what else is known of its time. Not for what a user typed in: that was
 * measured by nobody.
 *
 * @param from when it would begin
 * @param until when it would end; may lie ahead
 * @param provider whose record lacks it; null: of any provider
 * @param model of the device that recorded it, as the provider names it; null when not known
 * @param connectedGps whether the workout was recorded with the GPS of a phone; null when not known
 * @param asleep how long the night was; null when there is none or that is not known
 */
public record Missing(
        Measure measure,
        Instant from,
        Instant until,
        Evidence evidence,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Boolean connectedGps,
        @Nullable Duration asleep) {
    /** By then a night is over. */
    private static final LocalTime NIGHT_ENDS = LocalTime.NOON;

    /** What shows that the provider had its say about that time. */
    public enum Evidence {
        NONE,
        /** Other data of that date have come. */
        OTHER_DATA,
        /** The workout or night itself has come, without this. */
        THE_RECORD
    }

    public Missing {
        requireNonNull(measure, "measure is null");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until lies before from");
        }
    }

    /** In a workout or night that is there. */
    public static Missing inRecord(Measure measure, Instant from, Instant until) {
        return new Missing(measure, from, until, Evidence.THE_RECORD, null, null, null, null);
    }

    /**
     * On a whole date; of a night on that on which it ended.
     *
     * @param zone the user's on that date
     */
    public static Missing onDate(Measure measure, LocalDate date, ZoneId zone) {
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant until =
                measure.ofTheNight()
                        ? date.atTime(NIGHT_ENDS).atZone(zone).toInstant()
                        : date.plusDays(1).atStartOfDay(zone).toInstant();
        return new Missing(measure, from, until, Evidence.NONE, null, null, null, null);
    }

    public Missing with(Evidence known) {
        return new Missing(measure, from, until, known, provider, model, connectedGps, asleep);
    }

    public Missing ofProvider(@Nullable String known) {
        return new Missing(measure, from, until, evidence, known, model, connectedGps, asleep);
    }

    public Missing recordedBy(@Nullable String known) {
        return new Missing(measure, from, until, evidence, provider, known, connectedGps, asleep);
    }

    public Missing withConnectedGps(@Nullable Boolean known) {
        return new Missing(measure, from, until, evidence, provider, model, known, asleep);
    }

    public Missing ofSleep(@Nullable Duration known) {
        return new Missing(measure, from, until, evidence, provider, model, connectedGps, known);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Who was last heard of before this cannot have told: of a time under way, its beginning. */
    Instant toldFrom(Instant now) {
        return isOver(now) ? until : from;
    }
}
