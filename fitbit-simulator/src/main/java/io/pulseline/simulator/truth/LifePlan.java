package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a life; everything in it follows from the person's seed.
 *
 * @param user the person at the beginning
 * @param ordinal tells people apart in the numbers of their logs
 * @param begin the tracker's first sync; it is worn since the morning of the date before
 * @param end nothing happens after it
 */
record LifePlan(
        SimulatedUser user,
        int ordinal,
        Whereabouts whereabouts,
        Instant begin,
        Instant end,
        Set<Special> specials) {
    private static final int HOURS_SILENT_BEYOND_DAYS = 2;
    private static final LocalTime PUT_ON = LocalTime.of(9, 0);

    LifePlan {
        specials = Set.copyOf(specials);
    }

    boolean has(Special special) {
        return specials.contains(special);
    }

    LocalDate beginDate() {
        return whereabouts.dateAt(begin);
    }

    /** The first date the tracker was worn on. */
    LocalDate firstDate() {
        return beginDate().minusDays(1);
    }

    /** When the tracker was put on. */
    Instant putOn() {
        return whereabouts.at(firstDate().atTime(PUT_ON));
    }

    /**
     * Whether the date's night is the last one before a first sync that was still to come when this
     * life was invented; somebody waits for that night, so it is a whole one.
     */
    boolean isAwaitedNight(LocalDate date) {
        return begin.isAfter(user.createdAt()) && date.equals(beginDate());
    }

    LocalDate lastDate() {
        return whereabouts.dateAt(end);
    }

    long days() {
        return Duration.between(begin, end).toDays();
    }

    /** The date on which the person's specials that need one happen. */
    LocalDate specialDate() {
        long room = Math.max(1, days() - 3);
        return beginDate().plusDays(1 + Math.floorMod(Seeds.mix(user.seed(), 40), room));
    }

    boolean isMoving(LocalDate date) {
        Whereabouts.Move move = whereabouts.move();
        return move != null && move.from().equals(date);
    }

    boolean isClockChange(LocalDate date) {
        return whereabouts.minutesOf(date) != Duration.ofDays(1).toMinutes();
    }

    /** When the refresh token ends; null where it does not. */
    @Nullable Instant refreshEnd() {
        return has(Special.EXPIRED_REFRESH)
                ? begin.plus(Duration.between(begin, end).dividedBy(3))
                : null;
    }

    /** While the tracker does not sync; its end is a sync. Null where there is no such time. */
    @Nullable Span silence() {
        if (has(Special.LATE_SYNC_20)) {
            return silence(beginDate().plusDays(4), 20);
        }
        return has(Special.LATE_SYNC_3) ? silence(beginDate().plusDays(1 + days() / 5), 3) : null;
    }

    private Span silence(LocalDate date, int days) {
        Instant from = whereabouts.at(date.atTime(12, 0));
        return new Span(from, from.plus(Duration.ofHours(24L * days + HOURS_SILENT_BEYOND_DAYS)));
    }
}
