package io.pulseline.pipeline.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is made of.
 *
 * @param today the date it is now where the user's last workout was; in UTC if there is none
 * @param offsetSeconds the UTC offset of that workout
 * @param preferredProvider whose measurement counts of two; null for no preference
 * @param workouts how many count
 * @param leftOut how many do not
 * @param latestLeftOut the latest of them, latest first, 100 at most
 */
record Basis(
        LocalDate today,
        int offsetSeconds,
        @Nullable String preferredProvider,
        int workouts,
        int leftOut,
        List<LeftOut> latestLeftOut) {

    /**
     * An activity that does not count.
     *
     * @param countedInstead the same workout, measured by another device; null if its user left it
     *     out
     */
    record LeftOut(
            UUID recordId, Instant startedAt, String provider, @Nullable UUID countedInstead) {}
}
