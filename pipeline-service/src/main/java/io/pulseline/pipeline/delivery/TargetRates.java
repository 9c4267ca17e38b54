package io.pulseline.pipeline.delivery;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How many attempts a second one target gets from this process. What is claimed together may be a
 * few more; they are taken from the next second. For one thread.
 */
final class TargetRates {
    private final int mostASecond;
    private final TimeMeter time;
    private final Map<UUID, Bucket> buckets = new HashMap<>();

    /**
     * Rates that are all unspent.
     *
     * @param mostASecond 0: no limit
     */
    TargetRates(int mostASecond, TimeMeter time) {
        this.mostASecond = mostASecond;
        this.time = time;
    }

    /** An attempt to this target begins. */
    void begun(UUID target) {
        if (mostASecond > 0) {
            var _ = buckets.computeIfAbsent(target, _ -> bucket()).consumeIgnoringRateLimits(1);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(mostASecond)
                                .refillGreedy(mostASecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Targets that have had what they may have for now. */
    Set<UUID> spent() {
        Set<UUID> spent = new HashSet<>();
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= mostASecond);
        buckets.forEach((target, bucket) -> {
            if (bucket.getAvailableTokens() <= 0) {
                spent.add(target);
            }
        });
        return spent;
    }
}
