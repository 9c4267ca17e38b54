package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.PastActivity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was covered in life, in one sport.
 *
 * @param sport any, running, cycling, swimming, walking
 * @param metres of all that is known here
 * @param startKilometres covered before that, as a Distance Milestones booster was told; else 0
 * @param totalKilometres both together
 * @param lastMilestoneKilometres null before the first
 * @param nextMilestoneKilometres null after the last
 * @param remainingKilometres to the next; null after the last
 */
public record DistanceStanding(
        String sport,
        long workouts,
        double metres,
        double startKilometres,
        double totalKilometres,
        @Nullable Double lastMilestoneKilometres,
        @Nullable Double nextMilestoneKilometres,
        @Nullable Double remainingKilometres) {

    /**
     * Of every sport there is.
     *
     * @param boosters of the user; the first Distance Milestones booster of a sport tells where it
     *     starts, others do not matter
     * @param workouts each once, in any order
     */
    public static List<DistanceStanding> of(List<Booster> boosters, List<PastActivity> workouts) {
        return Stream.of(SportGroup.values())
                .map(sport -> of(milestones(sport, boosters), workouts))
                .toList();
    }

    private static DistanceMilestones milestones(SportGroup sport, List<Booster> boosters) {
        return boosters.stream()
                .filter(DistanceMilestones.class::isInstance)
                .map(DistanceMilestones.class::cast)
                .filter(one -> one.sport() == sport)
                .findFirst()
                .orElseGet(() -> new DistanceMilestones(sport, 0));
    }

    private static DistanceStanding of(DistanceMilestones booster, List<PastActivity> workouts) {
        double metres = booster.metres(workouts);
        BigDecimal total = booster.total(metres);
        Optional<BigDecimal> last =
                DistanceMilestones.MILESTONES.reversed().stream()
                        .filter(milestone -> milestone.compareTo(total) <= 0)
                        .findFirst();
        Optional<BigDecimal> next =
                DistanceMilestones.MILESTONES.stream()
                        .filter(milestone -> milestone.compareTo(total) > 0)
                        .findFirst();
        return new DistanceStanding(
                booster.sport().word(),
                workouts.stream().filter(one -> booster.sport().has(one.activityType())).count(),
                metres,
                booster.startKilometres(),
                total.doubleValue(),
                last.map(BigDecimal::doubleValue).orElse(null),
                next.map(BigDecimal::doubleValue).orElse(null),
                next.map(milestone -> milestone.subtract(total).doubleValue()).orElse(null));
    }
}
