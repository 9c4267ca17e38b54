package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an activity went, in order of time, without spikes.
 *
 * <p>A spike is a short piece of the track that cannot be reached at a plausible speed from what
 * comes before it. A longer piece stays: there the receiver has found itself again.
 */
public final class Positions {
    private static final double LONGEST_SPIKE_SECONDS = 10;

    private final TrackPoints points;
    private final int[] kept;
    private final double limitMetresPerSecond;

    private Positions(TrackPoints points, int[] kept, double limitMetresPerSecond) {
        this.points = points;
        this.kept = kept;
        this.limitMetresPerSecond = limitMetresPerSecond;
    }

    /** Empty if the activity has no track. */
    public static Optional<Positions> of(Activity activity) {
        Track track = activity.getTrack();
        return track == null
                ? Optional.empty()
                : Optional.of(
                        of(
                                TrackPoints.of(track),
                                PlausibleSpeed.metresPerSecond(activity.getActivityType())));
    }

    static Positions of(TrackPoints points, double limitMetresPerSecond) {
        int[] known = new int[points.size()];
        int count = 0;
        for (int point = 0; point < points.size(); point++) {
            if (points.hasPosition(point)) {
                known[count++] = point;
            }
        }
        List<Piece> pieces = pieces(points, known, count, limitMetresPerSecond);
        return new Positions(points, withoutSpikes(points, known, pieces), limitMetresPerSecond);
    }

    public int size() {
        return kept.length;
    }

    /** WGS 84, -90 to 90. */
    public double latitudeDegrees(int position) {
        return points.latitudeDegrees(kept[position]);
    }

    /** WGS 84, -180 to 180. */
    public double longitudeDegrees(int position) {
        return points.longitudeDegrees(kept[position]);
    }

    /** Index of the point in the track's order of time. */
    int point(int position) {
        return kept[position];
    }

    /** In a straight line; 0 where nobody gets that far in the time between. */
    double metresBetween(int from, int to) {
        double metres = Globe.metres(points, kept[from], kept[to]);
        double seconds = points.seconds(kept[to]) - points.seconds(kept[from]);
        return PlausibleSpeed.isExceeded(metres, seconds, limitMetresPerSecond) ? 0 : metres;
    }

    /** True if the position cannot have been reached from the one before it. */
    boolean isJump(int position) {
        return position > 0
                && isJump(points, kept[position - 1], kept[position], limitMetresPerSecond);
    }

    private static List<Piece> pieces(TrackPoints points, int[] known, int count, double limit) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int next = 1; next <= count; next++) {
            if (next == count || isJump(points, known[next - 1], known[next], limit)) {
                pieces.add(new Piece(from, next - 1));
                from = next;
            }
        }
        return pieces;
    }

    private static boolean isJump(TrackPoints points, int from, int to, double limit) {
        return PlausibleSpeed.isExceeded(
                Globe.metres(points, from, to), points.seconds(to) - points.seconds(from), limit);
    }

    private static int[] withoutSpikes(TrackPoints points, int[] known, List<Piece> pieces) {
        int mostPoints = pieces.stream().mapToInt(Piece::size).max().orElse(0);
        int[] kept = new int[known.length];
        int count = 0;
        for (Piece piece : pieces) {
            double seconds =
                    points.seconds(known[piece.to()]) - points.seconds(known[piece.from()]);
            if (piece.size() == mostPoints || seconds > LONGEST_SPIKE_SECONDS) {
                System.arraycopy(known, piece.from(), kept, count, piece.size());
                count += piece.size();
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** From the first to the last of the known positions between two jumps. */
    private record Piece(int from, int to) {
        int size() {
            return to - from + 1;
        }
    }
}
