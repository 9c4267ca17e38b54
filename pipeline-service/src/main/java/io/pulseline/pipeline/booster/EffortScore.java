package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How hard a workout was against the last ones of the same type: the weighted mean of the ratios of
 * what makes an effort, 50 being as always. A factor counts where this workout and at least three
 * of the others have it.
 *
 * @param load null where the user's body is not known: intensity does not count then
 */
record EffortScore(@Nullable BanisterLoad load) implements AskingBooster {
    private static final Duration LONGEST_AGO = Duration.ofDays(365);
    private static final int MOST_COMPARED = 14;
    private static final int FEWEST_COMPARED = 3;
    private static final double AS_ALWAYS = 50;
    private static final double HIGHEST = 100;

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(
                activity,
                atHand ->
                        atHand.workouts(
                                atHand.since(atHand.start().minus(LONGEST_AGO)), this::compared));
    }

    private BoostOutcome compared(WorkoutHistory history) {
        PastActivity current = history.current();
        List<ActivityFigures> same =
                history.before().stream()
                        .filter(past -> past.activityType().equals(current.activityType()))
                        .map(PastActivity::figures)
                        .toList();
        if (same.size() < FEWEST_COMPARED) {
            return new BoostOutcome.Skipped(
                    String.format(
                            Locale.ROOT,
                            "needs %d earlier workouts of the same type within a year,"
                                    + " there are %d",
                            FEWEST_COMPARED,
                            same.size()));
        }
        List<ActivityFigures> last =
                same.subList(Math.max(0, same.size() - MOST_COMPARED), same.size());
        OptionalLong score = score(current.figures(), last);
        return score.isPresent()
                ? added(score.getAsLong(), last.size())
                : new BoostOutcome.Skipped("nothing that earlier workouts have as well");
    }

    private OptionalLong score(ActivityFigures current, List<ActivityFigures> last) {
        double sum = 0;
        double weights = 0;
        for (EffortFactor factor : EffortFactor.values()) {
            OptionalDouble value = factor.of(current, load);
            OptionalDouble usual = usual(factor, last);
            if (value.isPresent() && usual.isPresent()) {
                sum += factor.weight() * factor.ratio(value.getAsDouble(), usual.getAsDouble());
                weights += factor.weight();
            }
        }
        return weights > 0
                ? OptionalLong.of(Math.round(Math.min(HIGHEST, AS_ALWAYS * sum / weights)))
                : OptionalLong.empty();
    }

    /** The mean; one or two values say little about what is usual. */
    private OptionalDouble usual(EffortFactor factor, List<ActivityFigures> last) {
        double[] known =
                last.stream()
                        .flatMapToDouble(figures -> factor.of(figures, load).stream())
                        .toArray();
        return known.length < FEWEST_COMPARED
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(known).sum() / known.length);
    }

    private static BoostOutcome added(long score, int compared) {
        return BoostOutcome.Added.builder()
                .text(
                        String.format(
                                Locale.ROOT,
                                "Effort score: %d (%s)\n%s your last %d workouts of this type",
                                score,
                                word(score),
                                trend(score),
                                compared))
                .value("effortScore", (double) score)
                .value("comparedWorkouts", compared)
                .build();
    }

    private static String word(long score) {
        if (score <= 30) {
            return "easy";
        }
        if (score <= 50) {
            return "moderate";
        }
        if (score <= 70) {
            return "hard";
        }
        return score <= 85 ? "very hard" : "all-out";
    }

    private static String trend(long score) {
        if (score >= 70) {
            return "Harder than";
        }
        return score <= 30 ? "Easier than" : "Typical of";
    }
}
