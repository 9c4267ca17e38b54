package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.heart.ZoneMethod;
import io.pulseline.pipeline.booster.heart.ZoneStyle;

/** Seconds in each heart-rate zone, whose limits follow from the user's own heart rate. */
record OwnHeartRateZones(OwnHeartRate own, ZoneStyle style) implements AskingBooster {

    @Override
    public Question question(Activity activity) {
        return HeldHeartRate.of(activity).isEmpty()
                ? Question.skipped("no heart rate")
                : own.question(activity, known -> counted(activity, known));
    }

    private BoostOutcome counted(Activity activity, OwnHeartRate.Known known) {
        ZoneMethod method =
                ZoneMethod.Fixed.ofReserve(
                        known.restingBeatsPerMinute(), known.maximumBeatsPerMinute());
        return HeartRateZones.outcome(method.count(activity), style, known.told());
    }
}
