package io.pulseline.pipeline.booster.past;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Activities of a user, each workout once: of two that were measured by two devices at the same
 * time, the one of the preferred provider counts; without a preference the one with a distance,
 * then the longer one, then the one of the lower id.
 *
 * @param counted in order of their start
 * @param leftOut all others, in order of their start
 */
public record CountedWorkouts(List<PastActivity> counted, List<LeftOut> leftOut) {
    /** By start, then by id. */
    static final Comparator<PastActivity> IN_ORDER =
            comparing(PastActivity::startedAt).thenComparing(PastActivity::recordId);

    public CountedWorkouts {
        counted = List.copyOf(counted);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One that does not count.
     *
     * @param countedInstead the same workout, measured by another device
     */
    public record LeftOut(PastActivity activity, PastActivity countedInstead) {}

    /**
     * The same of all that is known.
     *
     * @param known in any order
     * @param preferredProvider null for none
     */
    public static CountedWorkouts of(List<PastActivity> known, @Nullable String preferredProvider) {
        List<PastActivity> all = known.stream().sorted(IN_ORDER).toList();
        List<PastActivity> counted = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int first = 0; first < all.size(); ) {
            int next = endOfCluster(all, first);
            List<PastActivity> cluster = all.subList(first, next);
            List<PastActivity> once = eachOnce(cluster, preferredProvider);
            counted.addAll(once);
            leftOut.addAll(others(cluster, once));
            first = next;
        }
        return new CountedWorkouts(counted, leftOut);
    }

    /** What counts in the place of that one; null where it counts itself. */
    @Nullable PastActivity insteadOf(PastActivity one) {
        return leftOut.stream()
                .filter(other -> other.activity().equals(one))
                .map(LeftOut::countedInstead)
                .findFirst()
                .orElse(null);
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

    private static List<LeftOut> others(List<PastActivity> cluster, List<PastActivity> counted) {
        return cluster.stream()
                .filter(one -> !counted.contains(one))
                .map(one ->
                        new LeftOut(
                                one,
                                counted.stream()
                                        .filter(one::isSameWorkoutAs)
                                        .findFirst()
                                        .orElseThrow()))
                .toList();
    }

    private static Comparator<PastActivity> better(@Nullable String preferredProvider) {
        return comparing((PastActivity one) ->
                        !Objects.equals(one.figures().provider(), preferredProvider))
                .thenComparing(one -> one.figures().distanceMetres() == null)
                .thenComparing(comparing(PastActivity::duration).reversed())
                .thenComparing(PastActivity::recordId);
    }
}
