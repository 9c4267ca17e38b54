package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;

/**
 * Not larger than this.
 *
 * @param most inclusive, in the unit of the extent
 */
public record AtMost(Extent extent, double most) implements Criterion {

    @Override
    public Verdict judge(Activity activity) {
        return extent.of(activity)
                .map(value -> Verdict.of(value <= most))
                .orElseGet(() -> new Verdict.Unknown(extent.lacking()));
    }

    @Override
    public String asked() {
        return extent.clause() + " at most " + Listed.number(most) + " " + extent.unit();
    }
}
