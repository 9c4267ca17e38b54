package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.Criteria;
import io.pulseline.pipeline.booster.criterion.Criterion;
import io.pulseline.pipeline.booster.criterion.Verdict;
import java.util.List;

/**
 * Lets only some activities go on.
 *
 * @param exclusions one that holds is enough to halt
 * @param inclusions all must hold; what cannot be judged does not
 */
record ActivityFilter(List<Criterion> exclusions, Criteria inclusions) implements Booster {
    ActivityFilter {
        exclusions = List.copyOf(exclusions);
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        for (Criterion exclusion : exclusions) {
            if (exclusion.judge(activity) instanceof Verdict.Yes) {
                return new BoostOutcome.Halted("left out if " + exclusion.asked());
            }
        }
        Criteria.Finding finding = inclusions.judge(activity);
        return finding.holds()
                ? new BoostOutcome.Skipped("the filter lets it pass")
                : new BoostOutcome.Halted("let through only if " + finding.wanted());
    }
}
