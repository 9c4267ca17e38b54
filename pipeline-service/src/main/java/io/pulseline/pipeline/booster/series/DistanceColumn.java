package io.pulseline.pipeline.booster.series;

import java.util.Arrays;
import java.util.Optional;

/**
 * Metres since the start at each point that has them, never falling: the source's own column where
 * it rises, else counted along the positions.
 *
 * <p>Sources count in steps: the distance stands for some seconds, then leaps. Such steps become
 * straight lines, or every leap would be a sprint; a stand that is longer, and ends at a speed one
 * can believe, is a stop and stays.
 */
final class DistanceColumn {
    private static final double LONGEST_STEP_SECONDS = 10;

    /** Receivers waver by less than this at a standstill. */
    private static final double STRIDE_METRES = 3;

    private final double limitMetresPerSecond;
    private final double[] seconds;
    private final double[] metres;
    private int size;

    /** Where the distance has last risen to what it is. */
    private int lastRise;

    private DistanceColumn(int capacity, double limitMetresPerSecond) {
        this.limitMetresPerSecond = limitMetresPerSecond;
        this.seconds = new double[capacity];
        this.metres = new double[capacity];
    }

    /** Empty if the track tells no distance. */
    static Optional<DistanceColumn> of(TrackPoints points, double limitMetresPerSecond) {
        DistanceColumn counted = new DistanceColumn(points.size(), limitMetresPerSecond);
        for (int point = 0; point < points.size(); point++) {
            if (points.hasDistance(point)) {
                counted.add(points.seconds(point), points.distanceMetres(point));
            }
        }
        return Optional.of(counted)
                .filter(DistanceColumn::rises)
                .or(() -> Optional.of(along(points, limitMetresPerSecond)))
                .filter(DistanceColumn::rises);
    }

    private static DistanceColumn along(TrackPoints points, double limitMetresPerSecond) {
        Positions positions = Positions.of(points, limitMetresPerSecond);
        DistanceColumn counted = new DistanceColumn(positions.size(), limitMetresPerSecond);
        double sum = 0;
        int strideFrom = 0;
        for (int position = 0; position < positions.size(); position++) {
            double stride = positions.metresBetween(strideFrom, position);
            if (stride >= STRIDE_METRES || positions.isJump(position)) {
                sum += stride;
                strideFrom = position;
            }
            counted.add(points.seconds(positions.point(position)), sum);
        }
        return counted;
    }

    double[] seconds() {
        return Arrays.copyOf(seconds, size);
    }

    double[] metres() {
        return Arrays.copyOf(metres, size);
    }

    private boolean rises() {
        return size > 1 && metres[size - 1] > metres[0];
    }

    private void add(double second, double total) {
        double risen = size == 0 ? total : Math.max(total, metres[size - 1]);
        if (size > 0 && risen > metres[size - 1]) {
            endStand(second, risen);
            lastRise = size;
        }
        seconds[size] = second;
        metres[size] = risen;
        size++;
    }

    private void endStand(double second, double total) {
        double stood = seconds[size - 1] - seconds[lastRise];
        boolean leaps =
                PlausibleSpeed.isExceeded(
                        total - metres[size - 1], second - seconds[size - 1], limitMetresPerSecond);
        if (stood <= LONGEST_STEP_SECONDS || leaps) {
            size = lastRise + 1;
        }
    }
}
