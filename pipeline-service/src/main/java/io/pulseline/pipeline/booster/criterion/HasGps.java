package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;

/**
 * The track has a point with coordinates, or none has. Always judged.
 *
 * @param wanted whether it is to have one
 */
public record HasGps(boolean wanted) implements Criterion {

    @Override
    public Verdict judge(Activity activity) {
        return Verdict.of(Place.startOf(activity).isPresent() == wanted);
    }

    @Override
    public String asked() {
        return wanted ? "it has GPS" : "it has no GPS";
    }
}
