package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Round distances that the user has covered in life. The activity that reaches one says so; the
 * others tell the next one. All is summed anew each time, from the workouts before the one at hand.
 *
 * @param startKilometres covered before the first activity that is known; not below 0
 */
record DistanceMilestones(SportGroup sport, double startKilometres) implements AskingBooster {
    private static final int METRES_PER_KILOMETRE = 1_000;

    /** In kilometres. */
    static final List<BigDecimal> MILESTONES =
            Stream.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000)
                    .map(BigDecimal::valueOf)
                    .toList();

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(activity, this::question);
    }

    private Question question(AtHand atHand) {
        return sport.has(atHand.activityType())
                ? atHand.workouts(atHand.since(Instant.EPOCH), this::added)
                : Question.skipped("not of the sport " + sport.word());
    }

    private BoostOutcome added(WorkoutHistory history) {
        double metres = metres(history.current());
        if (metres <= 0) {
            return new BoostOutcome.Skipped("no distance");
        }
        double before = metres(history.before());
        BigDecimal from = total(before);
        BigDecimal to = total(before + metres);
        BoostOutcome.Added.Builder added =
                BoostOutcome.Added.builder().value("totalKilometres", to.doubleValue());
        Optional<BigDecimal> reached =
                MILESTONES.reversed().stream()
                        .filter(milestone -> isBetween(from, milestone, to))
                        .findFirst();
        if (reached.isPresent()) {
            return added.value("milestoneKilometres", reached.get().doubleValue())
                    .text(reachedText(reached.get(), to))
                    .build();
        }
        return MILESTONES.stream()
                .filter(milestone -> milestone.compareTo(to) > 0)
                .findFirst()
                .map(next ->
                        added.value("nextMilestoneKilometres", next.doubleValue())
                                .value("remainingKilometres", next.subtract(to).doubleValue())
                                .text(nextText(to, next))
                                .build())
                .orElseGet(() -> added.text(soFar(to)).build());
    }

    /** Of those that are of the sport. */
    double metres(List<PastActivity> workouts) {
        return workouts.stream()
                .filter(one -> sport.has(one.activityType()))
                .mapToDouble(DistanceMilestones::metres)
                .sum();
    }

    private static double metres(PastActivity activity) {
        return requireNonNullElse(activity.figures().distanceMetres(), 0.0);
    }

    /** In kilometres, with what was covered before. */
    BigDecimal total(double metres) {
        return BigDecimal.valueOf(startKilometres).add(Tenths.amount(metres, METRES_PER_KILOMETRE));
    }

    private static boolean isBetween(BigDecimal before, BigDecimal milestone, BigDecimal total) {
        return before.compareTo(milestone) < 0 && milestone.compareTo(total) <= 0;
    }

    private String reachedText(BigDecimal milestone, BigDecimal total) {
        return sport.label()
                + ": milestone of "
                + Tenths.plain(milestone)
                + " km reached, "
                + Tenths.down(total)
                + " km so far";
    }

    private String nextText(BigDecimal total, BigDecimal next) {
        return soFar(total)
                + ", "
                + Tenths.up(next.subtract(total))
                + " km to the milestone of "
                + Tenths.plain(next)
                + " km";
    }

    private String soFar(BigDecimal total) {
        return sport.label() + ": " + Tenths.down(total) + " km so far";
    }
}
