package io.pulseline.pipeline.booster.past;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Activities of a user with the one at hand among them, each workout once, as {@link
 * CountedWorkouts} counts them.
 *
 * @param counted in order of their start
 * @param current the one at hand
 * @param countedInstead what counts in its place; null where it counts itself
 */
public record WorkoutHistory(
        List<PastActivity> counted, PastActivity current, @Nullable PastActivity countedInstead) {

    public WorkoutHistory {
        counted = List.copyOf(counted);
    }

    /**
     * The same of all that is known.
     *
     * @param others without the one at hand
     * @param preferredProvider null for none
     */
    public static WorkoutHistory of(
            List<PastActivity> others, PastActivity current, @Nullable String preferredProvider) {
        List<PastActivity> all = new ArrayList<>(others);
        all.add(current);
        CountedWorkouts once = CountedWorkouts.of(all, preferredProvider);
        return new WorkoutHistory(once.counted(), current, once.insteadOf(current));
    }

    /** Those before the one at hand; by start, then by id. */
    public List<PastActivity> before() {
        return counted.stream()
                .filter(one -> CountedWorkouts.IN_ORDER.compare(one, current) < 0)
                .toList();
    }

    /** Those before the one at hand, and that one at the end. */
    public List<PastActivity> untilCurrent() {
        return Stream.concat(before().stream(), Stream.of(current)).toList();
    }
}
