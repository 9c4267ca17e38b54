package io.pulseline.normalizer.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One local date in its zone, cut into slots of an hour that has passed, not one that clocks show:
 * 23 to 25 of them, the last one shorter where the clocks were put by half an hour.
 */
final class LocalDay {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final LocalDate date;
    private final ZoneId zone;
    private final long startMillis;
    private final long endMillis;

    LocalDay(LocalDate date, ZoneId zone) {
        this.date = date;
        this.zone = zone;
        this.startMillis = date.atStartOfDay(zone).toInstant().toEpochMilli();
        this.endMillis = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    LocalDate date() {
        return date;
    }

    ZoneId zone() {
        return zone;
    }

    /** Inclusive. */
    Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** Exclusive. */
    Instant end() {
        return Instant.ofEpochMilli(endMillis);
    }

    /**
     * The slots that overlap a coverage, in order; each knows how much of it is covered.
     *
     * @param from inclusive
     * @param to exclusive
     */
    List<Slot> slots(Instant from, Instant to) {
        long first = Math.max(from.toEpochMilli(), startMillis);
        long last = Math.min(to.toEpochMilli(), endMillis);
        List<Slot> slots = new ArrayList<>();
        if (first >= last) {
            return slots;
        }
        for (long start = first - Math.floorMod(first - startMillis, HOUR);
                start < last;
                start += HOUR) {
            long end = Math.min(start + HOUR, endMillis);
            slots.add(
                    new Slot(
                            numberOf(start),
                            Instant.ofEpochMilli(start),
                            Instant.ofEpochMilli(end),
                            Instant.ofEpochMilli(Math.min(end, last)),
                            zone.getRules().getOffset(Instant.ofEpochMilli(start))));
        }
        return slots;
    }

    /** Number of the slot in which an instant of this date lies. */
    int numberOf(Instant instant) {
        return numberOf(instant.toEpochMilli());
    }

    private int numberOf(long millis) {
        return Math.toIntExact(Math.floorDiv(millis - startMillis, HOUR));
    }
}
