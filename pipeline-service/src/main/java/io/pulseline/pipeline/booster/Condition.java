package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.criterion.Criteria;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives some activities another title or description.
 *
 * @param criteria which ones; what cannot be judged is none of them
 * @param title null leaves it
 * @param description takes the place of the source's; null leaves it
 */
record Condition(
        Criteria criteria, @Nullable ActivityTemplate title, @Nullable ActivityTemplate description)
        implements Booster {

    @Override
    public BoostOutcome boost(Activity activity) {
        Criteria.Finding finding = criteria.judge(activity);
        if (!finding.holds()) {
            return new BoostOutcome.Skipped("applies only if " + finding.wanted());
        }
        Optional<String> lacking =
                Stream.of(Optional.ofNullable(title), Optional.ofNullable(description))
                        .flatMap(Optional::stream)
                        .flatMap(template -> template.lacking(activity).stream())
                        .findFirst();
        return lacking.<BoostOutcome>map(variable ->
                        new BoostOutcome.Skipped("the activity has nothing for " + variable))
                .orElseGet(() ->
                        BoostOutcome.Added.builder()
                                .title(filled(title, activity))
                                .description(filled(description, activity))
                                .build());
    }

    private static @Nullable String filled(@Nullable ActivityTemplate template, Activity activity) {
        return template == null ? null : template.filled(activity);
    }
}
