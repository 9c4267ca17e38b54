package io.pulseline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A bucket for each key: so many a minute, as a burst or spread. For this process only; with
 * several replicas one gets several times as much, which still ends a flood. Thread-safe.
 */
final class Rates {
    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * Rates that are all unspent.
     *
     * @param atMost how many keys are remembered
     */
    Rates(int perMinute, int atMost, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(atMost)
                        // A bucket is full again by then, which is what a new one is.
                        .expireAfterAccess(Duration.ofMinutes(2))
                        .build();
    }

    /** Takes one. Empty if there was one, else the seconds after which there is. */
    OptionalLong take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(seconds(probe.getNanosToWaitForRefill()));
    }

    /** As {@link #take}, but takes nothing. */
    OptionalLong ask(String key) {
        EstimationProbe probe = bucket(key).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String key) {
        return buckets.get(key, _ -> newBucket());
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
