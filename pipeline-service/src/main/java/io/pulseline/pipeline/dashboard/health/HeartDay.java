package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.health.HeartHour.Minute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Heart rate of one local date, which has 23 to 25 hours. There is heart rate only where a device
 * was worn, so a minute with a sample is one in which it was.
 *
 * @param zone by whose clocks the date begins and ends
 * @param hours that have come, in order of time
 */
record HeartDay(LocalDate date, ZoneId zone, List<HeartHour> hours) {
    /** Shorter ones are drawn and not told: a sensor loses its hold now and then. */
    private static final long TOLD_GAP = 10 * HeartHour.MINUTE;

    HeartDay {
        hours = List.copyOf(hours);
    }

    /**
     * A time without heart rate, epoch milliseconds.
     *
     * @param came whether the source told of all of it
     */
    record Gap(long from, long to, boolean came) {}

    /** The dates of these hours. */
    static Map<LocalDate, HeartDay> of(List<HeartHour> hours) {
        Map<LocalDate, List<HeartHour>> byDate = new TreeMap<>();
        hours.stream()
                .sorted(Comparator.comparingLong(HeartHour::start))
                .forEach(hour ->
                        byDate.computeIfAbsent(hour.date(), date -> new ArrayList<>()).add(hour));
        Map<LocalDate, HeartDay> days = new TreeMap<>();
        byDate.forEach(
                (date, its) -> days.put(date, new HeartDay(date, its.getFirst().zone(), its)));
        return days;
    }

    /** In order of time. */
    List<Minute> minutes() {
        return hours.stream().flatMap(hour -> hour.minutes().stream()).toList();
    }

    long start() {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** Exclusive. */
    long end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** Averages of minutes; a point without a value where a gap begins, and at both ends. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        long expected = start();
        for (Minute minute : minutes()) {
            if (minute.at() > expected) {
                points.add(new Point(expected, null));
            }
            points.add(new Point(minute.at(), Math.round(minute.average() * 10) / 10.0));
            expected = minute.at() + HeartHour.MINUTE;
        }
        if (expected < end()) {
            points.add(new Point(expected, null));
        }
        points.add(new Point(end(), null));
        return points;
    }

    Stats stats() {
        List<Minute> minutes = minutes();
        Stats averages = Stats.of(minutes.stream().map(Minute::average).toList());
        return minutes.isEmpty()
                ? averages
                : new Stats(
                        averages.count(),
                        averages.average(),
                        (double) minutes.stream().mapToInt(Minute::lowest).min().orElseThrow(),
                        (double) minutes.stream().mapToInt(Minute::highest).max().orElseThrow());
    }

    int wornMinutes() {
        return minutes().size();
    }

    /** Percent of the date, as far as it is over. */
    double wornPercent(Instant now) {
        long passed = Math.min(end(), now.toEpochMilli()) - start();
        return passed <= 0 ? 0 : Math.min(100, 100.0 * wornMinutes() * HeartHour.MINUTE / passed);
    }

    /** Those of ten minutes or more, until now. */
    List<Gap> gaps(Instant now) {
        List<Gap> gaps = new ArrayList<>();
        long from = start();
        for (Minute minute : minutes()) {
            add(gaps, from, minute.at());
            from = minute.at() + HeartHour.MINUTE;
        }
        add(gaps, from, Math.min(end(), now.toEpochMilli()));
        return gaps;
    }

    private void add(List<Gap> gaps, long from, long to) {
        if (to - from >= TOLD_GAP) {
            long told =
                    hours.stream()
                            .mapToLong(hour ->
                                    Math.max(
                                            0,
                                            Math.min(to, hour.end())
                                                    - Math.max(from, hour.start())))
                            .sum();
            gaps.add(new Gap(from, to, told >= to - from));
        }
    }
}
