package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * The shortest time for each distance that a sport knows, anywhere within an activity.
 *
 * <p>Time is elapsed time, as athletes count it: whoever pauses within a distance has the pause in
 * the time. So has a gap in the track, longer than 60 s, and its metres do not count, as {@link
 * Motion} has it: what happened in it nobody knows, and no effort gets better by it.
 *
 * <p>A distance for which the shortest time is one that nobody of that sport can do is left out as
 * a whole: the stretches that overlap with the faulty one are no better.
 */
public final class BestEfforts {
    private static final double MILE = 1_609.344;
    private static final double HALF_MARATHON = 21_097.5;
    private static final double MARATHON = 42_195;

    private static final SortedMap<Integer, Double> RUNNING =
            byRoundedMetres(
                    100,
                    200,
                    400,
                    500,
                    1_000,
                    MILE,
                    2_000,
                    2 * MILE,
                    5_000,
                    5 * MILE,
                    10_000,
                    15_000,
                    10 * MILE,
                    20_000,
                    HALF_MARATHON,
                    30_000,
                    20 * MILE,
                    40_000,
                    MARATHON,
                    30 * MILE,
                    50_000,
                    100_000);

    private static final SortedMap<Integer, Double> RIDING =
            byRoundedMetres(
                    5_000, 5 * MILE, 10_000, 10 * MILE, 20_000, 30_000, 20 * MILE, 40_000,
                    30 * MILE, 50_000, 100_000);

    /** Sums of many short steps may miss a whole distance by less than this. */
    private static final double ROUNDING_METRES = 1e-6;

    /** Tracks tell no finer time. */
    private static final double MILLISECONDS = 1_000;

    private final double[] seconds;
    private final double[] metres;
    private final double limitMetresPerSecond;

    private BestEfforts(Motion motion) {
        this.seconds = motion.secondsAtPoints();
        this.metres = motion.metresAtPoints();
        this.limitMetresPerSecond = motion.limitMetresPerSecond();
    }

    /**
     * Seconds, to the millisecond, by distance in whole metres, in order; only distances that the
     * track covers. Empty for a sport without such distances and where the track tells none.
     */
    public static Map<Integer, Double> of(Activity activity) {
        SortedMap<Integer, Double> distances = distances(activity.getActivityType());
        return distances.isEmpty()
                ? distances
                : Motion.of(activity)
                        .map(motion -> new BestEfforts(motion).shortest(distances))
                        .orElseGet(Collections::emptySortedMap);
    }

    /**
     * The distances a sport knows: exact metres by whole metres, a mile being 1609, in order. Empty
     * if it is neither running nor riding.
     */
    public static SortedMap<Integer, Double> distances(String activityType) {
        return switch (activityType) {
            case ActivityType.RUN, ActivityType.TREADMILL_RUN -> RUNNING;
            case ActivityType.RIDE, ActivityType.INDOOR_RIDE, ActivityType.VIRTUAL_RIDE -> RIDING;
            default -> Collections.emptySortedMap();
        };
    }

    private static SortedMap<Integer, Double> byRoundedMetres(double... distances) {
        SortedMap<Integer, Double> byRounded = new TreeMap<>();
        DoubleStream.of(distances)
                .forEach(exact -> byRounded.put(Math.toIntExact(Math.round(exact)), exact));
        return Collections.unmodifiableSortedMap(byRounded);
    }

    private SortedMap<Integer, Double> shortest(SortedMap<Integer, Double> distances) {
        SortedMap<Integer, Double> shortest = new TreeMap<>();
        distances.forEach((rounded, exact) ->
                shortest(exact)
                        .ifPresent(time ->
                                shortest.put(
                                        rounded, Math.round(time * MILLISECONDS) / MILLISECONDS)));
        return Collections.unmodifiableSortedMap(shortest);
    }

    /** Between points it goes straight, so that the shortest begins or ends at one of them. */
    private OptionalDouble shortest(double distance) {
        return DoubleStream.of(fromPoints(distance), toPoints(distance))
                .filter(Double::isFinite)
                .min()
                .stream()
                .filter(time -> distance <= limitMetresPerSecond * time)
                .findFirst();
    }

    private double fromPoints(double distance) {
        double shortest = Double.POSITIVE_INFINITY;
        int to = 0;
        for (int from = 0; from < metres.length; from++) {
            double target = metres[from] + distance - ROUNDING_METRES;
            while (to < metres.length && metres[to] < target) {
                to++;
            }
            if (to == metres.length) {
                break;
            }
            shortest = Math.min(shortest, secondAt(target, to) - seconds[from]);
        }
        return shortest;
    }

    private double toPoints(double distance) {
        double shortest = Double.POSITIVE_INFINITY;
        int from = 0;
        for (int to = 1; to < metres.length; to++) {
            double target = metres[to] - distance + ROUNDING_METRES;
            while (metres[from + 1] <= target) {
                from++;
            }
            if (metres[from] <= target) {
                shortest = Math.min(shortest, seconds[to] - secondAt(target, from + 1));
            }
        }
        return shortest;
    }

    /** When that much was covered, which was between the point before {@code next} and it. */
    private double secondAt(double target, int next) {
        double step = metres[next] - metres[next - 1];
        return seconds[next] - (metres[next] - target) / step * (seconds[next] - seconds[next - 1]);
    }
}
