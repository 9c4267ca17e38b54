package io.pulseline.ingest.budget;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Buckets of one process; counts how often it is asked. */
final class InMemoryBuckets implements Buckets {
    private final Map<String, Bucket> buckets = new HashMap<>();
    private int questions;

    @Override
    public synchronized Bucket.Taken take(
            String bucket, BucketRules rules, Priority priority, int atMost, Instant now) {
        questions++;
        Bucket.Taken taken = bucket(bucket, now).take(priority, atMost, now, rules);
        buckets.put(bucket, taken.bucket());
        return taken;
    }

    private Bucket bucket(String name, Instant now) {
        return buckets.getOrDefault(name, Bucket.full(now));
    }

    @Override
    public synchronized void refused(String bucket, BucketRules rules, Instant now, Instant until) {
        buckets.put(bucket, bucket(bucket, now).refused(now, until, rules));
    }

    @Override
    public synchronized OptionalInt left(String bucket, BucketRules rules, Instant now) {
        Bucket held = buckets.get(bucket);
        return held == null ? OptionalInt.empty() : OptionalInt.of(held.left(now, rules));
    }

    @Override
    public synchronized void forgetFullBefore(Instant time) {
        buckets.values()
                .removeIf(bucket -> bucket.fullAt().isBefore(time) && !bucket.isRefused(time));
    }

    /** Questions for requests so far. */
    synchronized int questions() {
        return questions;
    }
}
