package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;

/**
 * Not smaller than this.
 *
 * @param least inclusive, in the unit of the extent
 */
public record AtLeast(Extent extent, double least) implements Criterion {

    @Override
    public Verdict judge(Activity activity) {
        return extent.of(activity)
                .map(value -> Verdict.of(value >= least))
                .orElseGet(() -> new Verdict.Unknown(extent.lacking()));
    }

    @Override
    public String asked() {
        return extent.clause() + " at least " + Listed.number(least) + " " + extent.unit();
    }
}
