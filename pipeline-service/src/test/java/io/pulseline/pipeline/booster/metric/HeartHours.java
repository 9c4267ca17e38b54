package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hours of heart rate of a date, as a normalizer makes them. */
final class HeartHours {
    private HeartHours() {}

    /** All hours of the date, told whole, each with so many minutes worn from its start. */
    static List<Metric> told(LocalDate date, String zone, int... wornMinutes) {
        return of(
                date,
                zone,
                date.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant(),
                wornMinutes);
    }

    /**
     * The hours until the source's end of coverage.
     *
     * @param wornMinutes of the first hours; 0 in those that follow
     */
    static List<Metric> of(LocalDate date, String zone, Instant until, int... wornMinutes) {
        ZoneId place = ZoneId.of(zone);
        Instant end = date.plusDays(1).atStartOfDay(place).toInstant();
        Instant start = date.atStartOfDay(place).toInstant();
        List<Metric> hours = new ArrayList<>();
        while (start.isBefore(end) && start.isBefore(until)) {
            Instant next = earlier(start.plus(1, ChronoUnit.HOURS), end);
            int slot = hours.size();
            int worn = slot < wornMinutes.length ? wornMinutes[slot] : 0;
            hours.add(metric(date, hour(slot, zone, start, next, earlier(next, until), worn)));
            start = next;
        }
        return List.copyOf(hours);
    }

    static Metric metric(LocalDate date, HeartRateSeries hour) {
        return Daily.metric(RecordType.HEART_RATE, date, hour);
    }

    /** Two samples in each minute worn. */
    static HeartRateSeries hour(
            int slot,
            @Nullable String zone,
            Instant start,
            Instant end,
            @Nullable Instant told,
            int wornMinutes) {
        List<Integer> offsets =
                IntStream.range(0, 2 * wornMinutes).mapToObj(half -> half * 30_000).toList();
        return HeartRateSeries.newBuilder()
                .setSlot(slot)
                .setZone(zone)
                .setStartEpochMillis(start.toEpochMilli())
                .setEndEpochMillis(end.toEpochMilli())
                .setStartOffsetSeconds(0)
                .setCoveredUntilEpochMillis(told == null ? null : told.toEpochMilli())
                .setHeartRate(
                        new HeartRateSamples(
                                start.toEpochMilli(),
                                offsets,
                                Collections.nCopies(offsets.size(), 60)))
                .build();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
