package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.Criteria;
import java.util.List;

/** Changes the type by the first rule that fits, in the order the user gave them. */
record TypeMapper(List<Rule> rules) implements Booster {
    TypeMapper {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param criteria what an activity must be for it; what cannot be judged does not fit
     * @param type what such an activity becomes
     */
    record Rule(Criteria criteria, String type) {}

    @Override
    public BoostOutcome boost(Activity activity) {
        for (Rule rule : rules) {
            if (rule.criteria().judge(activity).holds()) {
                return rule.type().equals(activity.getActivityType())
                        ? new BoostOutcome.Skipped("the activity is already a " + rule.type())
                        : BoostOutcome.Added.builder().activityType(rule.type()).build();
            }
        }
        return new BoostOutcome.Skipped("no rule fits");
    }
}
