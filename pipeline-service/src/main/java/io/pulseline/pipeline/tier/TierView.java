package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.setting.Tier;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a user stands.
 *
 * @param enabled false while tiers are off: then everything is allowed, whatever the tier
 * @param monthlyLimit activities that may go through in a calendar month; null if there is no limit
 * @param usedThisMonth activities counted so far; null while tiers are off
 * @param startsAnewAt when the next month begins, in UTC; null while tiers are off
 */
record TierView(
        UUID userId,
        boolean enabled,
        Tier tier,
        @Nullable Integer monthlyLimit,
        @Nullable Long usedThisMonth,
        @Nullable Instant startsAnewAt) {

    static TierView of(UUID user, MonthlyUse use) {
        OptionalInt most = use.limit().most();
        return new TierView(
                user,
                true,
                use.tier(),
                most.isPresent() ? Integer.valueOf(most.getAsInt()) : null,
                use.activities(),
                use.month().next().begin());
    }

    static TierView whileOff(UUID user, Tier tier) {
        return new TierView(user, false, tier, null, null, null);
    }
}
