package io.pulseline.pipeline.record;

import io.pulseline.pipeline.booster.past.CountedWorkouts;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another activity that a device measured at the same time.
 *
 * @param counts whether it is the one that history counts
 */
record SameWorkout(UUID recordId, String provider, boolean counts) {

    /**
     * Those that are the same workout as one of them, in order of their start.
     *
     * @param near all that may be, and the one itself
     * @param preferredProvider null for none
     */
    static List<SameWorkout> of(
            UUID recordId, List<KeptActivity> near, @Nullable String preferredProvider) {
        List<PastActivity> counted =
                CountedWorkouts.of(
                                near.stream()
                                        .filter(one -> one.correction().counts())
                                        .map(KeptActivity::past)
                                        .toList(),
                                preferredProvider)
                        .counted();
        Optional<PastActivity> itself =
                near.stream()
                        .filter(one -> one.recordId().equals(recordId))
                        .map(KeptActivity::past)
                        .findFirst();
        return near.stream()
                .filter(one -> !one.recordId().equals(recordId))
                .map(KeptActivity::past)
                .filter(one -> itself.filter(one::isSameWorkoutAs).isPresent())
                .sorted(Comparator.comparing(PastActivity::startedAt))
                .map(one ->
                        new SameWorkout(
                                one.recordId(), one.figures().provider(), counted.contains(one)))
                .toList();
    }
}
