package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.heart.Sex;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How hard a session was: its load and a word for it. Time without heart rate counts nowhere, so
 * the share that is covered is told beside it.
 */
record TrainingLoad(OwnHeartRate own, Sex sex) implements AskingBooster {
    private static final double WORTH_TELLING_PERCENT = 90;

    @Override
    public Question question(Activity activity) {
        HeldHeartRate heartRate = HeldHeartRate.of(activity);
        return heartRate.isEmpty()
                ? Question.skipped("no heart rate")
                : own.question(activity, known -> loaded(activity, heartRate, known));
    }

    private BoostOutcome loaded(
            Activity activity, HeldHeartRate heartRate, OwnHeartRate.Known known) {
        double sum = known.load(sex).of(heartRate);
        if (sum == 0) {
            return new BoostOutcome.Skipped("the heart rate never rose above the resting one");
        }
        OptionalDouble covered = heartRate.coveredPercent(activity);
        BoostOutcome.Added.Builder added =
                BoostOutcome.Added.builder()
                        .text(text(sum, covered))
                        .values(known.told())
                        .value("trainingLoadTrimp", sum);
        covered.ifPresent(percent -> {
            var _ = added.value("heartRateCoveredPercent", percent);
        });
        return added.build();
    }

    private static String text(double sum, OptionalDouble covered) {
        String text = String.format(Locale.ROOT, "Training load: %.0f (%s)", sum, word(sum));
        return covered.isPresent() && covered.getAsDouble() < WORTH_TELLING_PERCENT
                ? text
                        + String.format(
                                Locale.ROOT,
                                ", heart rate for %.0f %% of the time",
                                covered.getAsDouble())
                : text;
    }

    private static String word(double sum) {
        if (sum < 30) {
            return "very light";
        }
        if (sum < 60) {
            return "light";
        }
        if (sum < 90) {
            return "moderate";
        }
        return sum < 150 ? "hard" : "very hard";
    }
}
