package io.pulseline.pipeline.tier;

import java.util.Map;

/**
 * Tiers of all users together.
 *
 * @param enabled whether tiers are on
 * @param usersByTier how many users have each tier; whoever has none by name begins with the
 *     smallest and is not counted here
 * @param countedThisMonth activities of this calendar month (UTC) that went through and count
 */
public record TierCounts(boolean enabled, Map<String, Long> usersByTier, long countedThisMonth) {}
