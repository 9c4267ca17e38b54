package io.pulseline.pipeline.booster.past;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Activities of a user with the one at hand among them, each workout once: of two that were
 * measured by two devices at the same time, the one of the preferred provider counts; without a
 * preference the one with a distance, then the longer one, then the one of the lower id.
 *
 * @param counted in order of their start
 * @param current the one at hand
 * @param countedInstead what counts in its place; null where it counts itself
 */
public record WorkoutHistory(
        List<PastActivity> counted, PastActivity current, @Nullable PastActivity countedInstead) {

    private static final Comparator<PastActivity> IN_ORDER =
            comparing(PastActivity::startedAt).thenComparing(PastActivity::recordId);

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
        all.sort(IN_ORDER);
        List<PastActivity> counted = new ArrayList<>();
        for (int first = 0; first < all.size(); ) {
            int next = endOfCluster(all, first);
            counted.addAll(eachOnce(all.subList(first, next), preferredProvider));
            first = next;
        }
        PastActivity instead =
                counted.contains(current)
                        ? null
                        : counted.stream()
                                .filter(current::isSameWorkoutAs)
                                .findFirst()
                                .orElse(null);
        return new WorkoutHistory(counted, current, instead);
    }

    /** Only what touches in time can be one workout. */
    private static int endOfCluster(List<PastActivity> all, int first) {
        Instant end = all.get(first).endedAt();
        int next = first + 1;
        while (next < all.size() && all.get(next).startedAt().isBefore(end)) {
            end = all.get(next).endedAt().isAfter(end) ? all.get(next).endedAt() : end;
            next++;
        }
        return next;
    }

    private static List<PastActivity> eachOnce(
            List<PastActivity> cluster, @Nullable String preferredProvider) {
        List<PastActivity> counted = new ArrayList<>();
        for (PastActivity one : cluster.stream().sorted(better(preferredProvider)).toList()) {
            if (counted.stream().noneMatch(one::isSameWorkoutAs)) {
                counted.add(one);
            }
        }
        counted.sort(IN_ORDER);
        return counted;
    }

    /** Those before the one at hand; by start, then by id. */
    public List<PastActivity> before() {
        return counted.stream().filter(one -> IN_ORDER.compare(one, current) < 0).toList();
    }

    /** Those before the one at hand, and that one at the end. */
    public List<PastActivity> untilCurrent() {
        return Stream.concat(before().stream(), Stream.of(current)).toList();
    }

    private static Comparator<PastActivity> better(@Nullable String preferredProvider) {
        return comparing((PastActivity one) ->
                        !Objects.equals(one.figures().provider(), preferredProvider))
                .thenComparing(one -> one.figures().distanceMetres() == null)
                .thenComparing(comparing(PastActivity::duration).reversed())
                .thenComparing(PastActivity::recordId);
    }
}
