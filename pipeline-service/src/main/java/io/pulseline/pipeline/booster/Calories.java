package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.heart.KeytelEnergy;
import io.pulseline.pipeline.booster.heart.Sex;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Energy of an activity, basal energy included, and where the number is from: the source, else the
 * heart rate, else the type of the activity. The source's own value stands whatever else is known.
 *
 * @param weightKilograms null if the user did not tell
 * @param ageYears null if the user did not tell
 * @param sex null if the user did not tell
 */
record Calories(@Nullable Double weightKilograms, @Nullable Integer ageYears, @Nullable Sex sex)
        implements Booster {
    /** With less heart rate the sum would speak of a part of the activity only. */
    private static final double LEAST_COVERED_PERCENT = 80;

    private static final double MILLISECONDS_PER_HOUR = 3_600_000;

    @Override
    public BoostOutcome boost(Activity activity) {
        return ofSource(activity)
                .or(() -> ofHeartRate(activity))
                .or(() -> ofType(activity))
                .orElseGet(() -> new BoostOutcome.Skipped(lacking(activity)));
    }

    private static Optional<BoostOutcome> ofSource(Activity activity) {
        return Optional.ofNullable(activity.getEnergyKilocalories())
                .map(kilocalories -> added(kilocalories, "from the source"));
    }

    private Optional<BoostOutcome> ofHeartRate(Activity activity) {
        if (weightKilograms == null || ageYears == null || sex == null) {
            return Optional.empty();
        }
        HeldHeartRate heartRate = HeldHeartRate.of(activity);
        if (heartRate.isEmpty()
                || heartRate.coveredPercent(activity).orElse(100) < LEAST_COVERED_PERCENT) {
            return Optional.empty();
        }
        double kilocalories =
                new KeytelEnergy(weightKilograms, ageYears, sex).kilocalories(heartRate);
        return kilocalories > 0
                ? Optional.of(added(kilocalories, "from heart rate"))
                : Optional.empty();
    }

    private Optional<BoostOutcome> ofType(Activity activity) {
        OptionalDouble equivalent = MetabolicEquivalent.of(activity.getActivityType());
        Long milliseconds = movingMilliseconds(activity);
        if (weightKilograms == null || equivalent.isEmpty() || milliseconds == null) {
            return Optional.empty();
        }
        double hours = milliseconds / MILLISECONDS_PER_HOUR;
        return milliseconds <= 0
                ? Optional.empty()
                : Optional.of(
                        added(
                                equivalent.getAsDouble() * weightKilograms * hours,
                                "estimated from the type of activity"));
    }

    /** Without pauses where the source tells them. */
    private static @Nullable Long movingMilliseconds(Activity activity) {
        Long active = activity.getActiveMilliseconds();
        return active == null ? activity.getElapsedMilliseconds() : active;
    }

    private static BoostOutcome added(double kilocalories, String from) {
        return BoostOutcome.Added.builder()
                .text(String.format(Locale.ROOT, "Energy: %.0f kcal (%s)", kilocalories, from))
                .value("energyKilocalories", kilocalories)
                .build();
    }

    private String lacking(Activity activity) {
        if (weightKilograms == null) {
            return "the source gave no energy, and the weight is not set";
        }
        Long milliseconds = movingMilliseconds(activity);
        return milliseconds == null || milliseconds <= 0
                ? "no energy, not enough heart rate and no duration"
                : "no energy, not enough heart rate and no usual value for this type of activity";
    }
}
