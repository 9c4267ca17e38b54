package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The zone a person's days are counted in.
 *
 * @param home the first zone
 * @param move where the person goes to stay; null for somebody who never moves
 */
public record Whereabouts(ZoneId home, @Nullable Move move) {

    /**
     * Another zone, from the start of that local date on. Going west leaves some hours between two
     * dates: they belong to neither.
     */
    public record Move(LocalDate from, ZoneId zone) {
        Instant at() {
            return from.atStartOfDay(zone).toInstant();
        }
    }

    /** Somebody who stays at home. */
    public static Whereabouts at(ZoneId home) {
        return new Whereabouts(home, null);
    }

    /** The zone of that date. */
    public ZoneId zoneOn(LocalDate date) {
        return move == null || date.isBefore(move.from()) ? home : move.zone();
    }

    /** The zone of that moment. */
    public ZoneId zoneAt(Instant at) {
        return move == null || at.isBefore(move.at()) ? home : move.zone();
    }

    /** The local date of that moment. */
    public LocalDate dateAt(Instant at) {
        return at.atZone(zoneAt(at)).toLocalDate();
    }

    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zoneOn(date)).toInstant();
    }

    /** When the date ends in its own zone. */
    public Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zoneOn(date)).toInstant();
    }

    /** A wall clock time of its date; a doubled one is the earlier. */
    public Instant at(LocalDateTime local) {
        return local.atZone(zoneOn(local.toLocalDate())).toInstant();
    }

    /** 1380, 1440 or 1500. */
    public int minutesOf(LocalDate date) {
        return (int) Duration.between(startOf(date), endOf(date)).toMinutes();
    }

    /** Whether clocks show that moment's time twice. */
    public boolean isDoubled(Instant at) {
        ZoneId zone = zoneAt(at);
        return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(at, zone)).size() > 1;
    }
}
