package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.util.List;

/**
 * The type is one of these. Always judged: an activity has a type.
 *
 * @param types of the open set {@code OpenSets.ActivityType}
 */
public record OfType(List<String> types) implements Criterion {
    public OfType {
        types = List.copyOf(types);
    }

    @Override
    public Verdict judge(Activity activity) {
        return Verdict.of(types.contains(activity.getActivityType()));
    }

    @Override
    public String asked() {
        return "the type is " + Listed.either(types);
    }
}
