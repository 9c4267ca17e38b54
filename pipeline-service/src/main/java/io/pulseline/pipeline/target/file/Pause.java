package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an activity stood still.
 *
 * <p>A record tells how long all pauses were (elapsed less active time), but not when. They are the
 * gaps of its track, else of its heart rate, where these are together just as long; where they are
 * not, a gap is a tunnel or a loose strap, and nobody knows when the pauses were.
 *
 * @param fromEpochMillis of the last moment before it
 * @param toEpochMillis of the first moment after it
 */
record Pause(long fromEpochMillis, long toEpochMillis) {
    private static final long SHORTEST_MILLISECONDS = 10_000;

    /** A gap is longer than so many times the usual distance of two moments. */
    private static final int TIMES_USUAL = 3;

    /** Sources round both times to whole seconds. */
    private static final long ROUNDING_MILLISECONDS = 1000;

    /** Of all pauses together; 0 if the record tells of none. */
    static long totalMilliseconds(Activity activity) {
        Long elapsed = activity.getElapsedMilliseconds();
        Long active = activity.getActiveMilliseconds();
        return elapsed == null || active == null || active < 0 ? 0 : Math.max(0, elapsed - active);
    }

    /** In order of time; empty if there were none or nobody knows when. */
    static List<Pause> of(Activity activity) {
        long total = totalMilliseconds(activity);
        if (total < ROUNDING_MILLISECONDS) {
            return List.of();
        }
        List<Pause> ofTrack = matching(points(activity.getTrack()), total);
        return ofTrack.isEmpty() ? matching(beats(activity.getHeartRate()), total) : ofTrack;
    }

    long milliseconds() {
        return toEpochMillis - fromEpochMillis;
    }

    /** How much of it lies between two instants. */
    long millisecondsBetween(long from, long to) {
        return Math.max(0, Math.min(toEpochMillis, to) - Math.max(fromEpochMillis, from));
    }

    /** The moments before, between and after pauses; a part may be empty. */
    static List<List<Moment>> between(List<Pause> pauses, List<Moment> moments) {
        List<List<Moment>> parts = new ArrayList<>();
        int from = 0;
        for (Pause pause : pauses) {
            int to = from;
            while (to < moments.size() && moments.get(to).epochMillis() < pause.toEpochMillis()) {
                to++;
            }
            parts.add(moments.subList(from, to));
            from = to;
        }
        parts.add(moments.subList(from, moments.size()));
        return parts;
    }

    private static List<Pause> matching(long[] times, long total) {
        if (times.length < 3) {
            return List.of();
        }
        long usual = usualDistance(times);
        List<Pause> gaps = new ArrayList<>();
        long sum = 0;
        for (int at = 1; at < times.length; at++) {
            Pause gap = new Pause(times[at - 1], times[at]);
            if (gap.milliseconds() >= Math.max(SHORTEST_MILLISECONDS, TIMES_USUAL * usual)) {
                gaps.add(gap);
                sum += gap.milliseconds();
            }
        }
        // Each gap is as long as its pause and at most one usual distance more.
        long tooLong = sum - total;
        long allowed = gaps.size() * (usual + ROUNDING_MILLISECONDS) + ROUNDING_MILLISECONDS;
        return tooLong >= -ROUNDING_MILLISECONDS * (gaps.size() + 1) && tooLong <= allowed
                ? gaps
                : List.of();
    }

    private static long usualDistance(long[] times) {
        long[] distances = new long[times.length - 1];
        for (int at = 0; at < distances.length; at++) {
            distances[at] = times[at + 1] - times[at];
        }
        Arrays.sort(distances);
        return distances[distances.length / 2];
    }

    private static long[] points(@Nullable Track track) {
        return track == null
                ? new long[0]
                : times(track.getStartEpochMillis(), track.getOffsetMilliseconds());
    }

    private static long[] beats(@Nullable HeartRateSamples samples) {
        return samples == null
                ? new long[0]
                : times(samples.getStartEpochMillis(), samples.getOffsetMilliseconds());
    }

    private static long[] times(long start, List<Integer> offsets) {
        return offsets.stream().mapToLong(offset -> start + offset).sorted().toArray();
    }
}
