package io.pulseline.pipeline.upload.file;

import org.jspecify.annotations.Nullable;

/**
 * Distance since the start of an activity, point by point, never falling. A value below an earlier
 * one cannot be that distance, so it becomes null; nothing is corrected.
 */
final class DistanceColumn {
    private double highest;

    /** The next point's distance, metres; null where it gives none or falls back. */
    @Nullable Double next(@Nullable Double metres) {
        if (metres == null || !Double.isFinite(metres) || metres < highest) {
            return null;
        }
        highest = metres;
        return metres;
    }
}
