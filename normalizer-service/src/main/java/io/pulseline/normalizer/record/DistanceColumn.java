package io.pulseline.normalizer.record;

import org.jspecify.annotations.Nullable;

/**
 * Distance since the start of the activity, point by point, never falling.
 *
 * <p>Some sources fall back to 0 inside a track. A value below an earlier one cannot be the
 * distance since the start, so it becomes null: nothing is corrected, nothing invented. Where the
 * source goes on counting from the bottom (a value above 0 but under half of the highest so far),
 * every later value would be too small as well, even when it has passed the highest again; from
 * there on the column is null.
 */
final class DistanceColumn {
    private static final double RESTART_BELOW_SHARE = 0.5;

    private final Oddities oddities;
    private double highest;
    private boolean restarted;

    DistanceColumn(Oddities oddities) {
        this.oddities = oddities;
    }

    @Nullable Double next(@Nullable Double metres) {
        if (metres == null || metres < 0 || !Double.isFinite(metres)) {
            return null;
        }
        restarted |= metres > 0 && metres < highest * RESTART_BELOW_SHARE;
        if (restarted || metres < highest) {
            oddities.met(Oddity.DISTANCE_FELL_BACK);
            return null;
        }
        highest = metres;
        return metres;
    }
}
