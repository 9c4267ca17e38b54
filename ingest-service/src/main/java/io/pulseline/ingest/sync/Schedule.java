package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * When the kinds of one connection are looked at. All of them go by the same tick, so that one pass
 * does them together; the ticks of many connections are spread over the interval.
 *
 * @param every from tick to tick
 * @param phase of this connection's ticks, shorter than {@code every}
 */
record Schedule(Duration every, Duration phase) {
    private static final LocalTime NOON = LocalTime.NOON;

    static Schedule of(UUID connection, Duration every) {
        long seconds = Math.max(1, every.toSeconds());
        return new Schedule(
                every, Duration.ofSeconds(Math.floorMod((long) connection.hashCode(), seconds)));
    }

    /** First tick after that time. */
    Instant tickAfter(Instant time) {
        long since = time.toEpochMilli() - phase.toMillis();
        long ticks = Math.floorDiv(since, every.toMillis()) + 1;
        return Instant.ofEpochMilli(ticks * every.toMillis() + phase.toMillis());
    }

    /** First tick at or after the next noon or midnight of the user. */
    Instant fixedCheckAfter(Instant time, ZoneHistory zones) {
        LocalDate today = zones.dateOf(time);
        List<Instant> checks =
                List.of(
                        zones.instantOf(today.atTime(NOON)),
                        zones.instantOf(today.plusDays(1).atStartOfDay()),
                        zones.instantOf(today.plusDays(1).atTime(NOON)));
        Instant next =
                checks.stream()
                        .map(check -> tickAfter(check.minusMillis(1)))
                        .filter(tick -> tick.isAfter(time))
                        .findFirst()
                        .orElseThrow();
        return next;
    }
}
