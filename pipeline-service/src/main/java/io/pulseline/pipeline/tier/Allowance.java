package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Tier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do.
 *
 * @param blocked why the activity they asked for may not go through; null if it may
 */
public record Allowance(Tier tier, @Nullable String blocked) {
    /** Of everybody, while tiers are off. */
    public static final Allowance EVERYTHING = new Allowance(Tier.ATHLETE, null);

    /** Why the user may not use a part; empty if they may. */
    public Optional<String> obstacle(Part part) {
        return tier.covers(part.tier())
                ? Optional.empty()
                : Optional.of("needs the tier " + part.tier());
    }
}
