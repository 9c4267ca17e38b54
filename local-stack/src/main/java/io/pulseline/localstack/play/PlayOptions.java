package io.pulseline.localstack.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * What is played.
 *
 * @param users how many people
 * @param days how long they live, in days
 * @param seed decides every life; the same seed gives the same play
 * @param faults whether notifications are lost and doubled and requests fail
 * @param provider whose API is read
 */
record PlayOptions(int users, int days, long seed, boolean faults, PlayProvider provider) {
    /** Sundays on which Europe's clocks change in the night. */
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);

    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    PlayOptions {
        if (users < 1 || days < 1) {
            throw new IllegalArgumentException(
                    "a play needs at least one user and one day, not " + users + " and " + days);
        }
    }

    /** A small one: minutes instead of a quarter of an hour. */
    static PlayOptions quick(long seed, boolean faults, PlayProvider provider) {
        return new PlayOptions(5, 3, seed, faults, provider);
    }

    /**
     * When it begins: at noon, such that the night of a clock change lies well inside, the short
     * one for even seeds and the long one for odd seeds.
     */
    Instant start() {
        LocalDate change = seed % 2 == 0 ? SPRING : AUTUMN;
        LocalDate first = change.minusDays(Math.max(2, days / 2));
        return first.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** When everybody connects: a quarter of the play is history by then. */
    Instant connect() {
        return start().plus(Duration.ofHours(6L * days));
    }

    /** When Fitbit is turned off for who moves: on day 7, or in the middle of a shorter play. */
    Instant move() {
        return start().plus(Duration.ofHours(Math.min(7L * 24, 12L * days)));
    }

    /** When the lives of most people end. */
    Instant end() {
        return start().plus(Duration.ofDays(days));
    }
}
