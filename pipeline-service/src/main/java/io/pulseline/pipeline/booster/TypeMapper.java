package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import java.util.List;

/** Changes the type by the first rule that fits. */
record TypeMapper(List<TypeRule> rules) implements Booster {
    TypeMapper {
        rules = List.copyOf(rules);
    }

    @Override
    public BoostOutcome boost(Activity activity) {
        for (TypeRule rule : rules) {
            if (rule.fits(activity)) {
                return rule.type().equals(activity.getActivityType())
                        ? new BoostOutcome.Skipped("the activity is already a " + rule.type())
                        : BoostOutcome.Added.builder().activityType(rule.type()).build();
            }
        }
        return new BoostOutcome.Skipped("no rule fits");
    }
}
