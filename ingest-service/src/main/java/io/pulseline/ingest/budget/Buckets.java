package io.pulseline.ingest.budget;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Buckets by name, shared by all replicas. Times are whole microseconds. All methods block.
 *
 * <p>The rules of one bucket are always the same.
 */
interface Buckets {
    /**
     * Asks for requests; a grant counts at once, whoever else asks at the same time.
     *
     * @param atMost so many are wanted; fewer may be granted
     */
    Bucket.Taken take(String bucket, BucketRules rules, Priority priority, int atMost, Instant now);

    /** The provider refuses until then: the bucket is empty. */
    void refused(String bucket, BucketRules rules, Instant now, Instant until);

    /** What is left for live work; empty if nobody has asked lately. */
    OptionalInt left(String bucket, BucketRules rules, Instant now);

    /** Forgets buckets that were full before that time; a new one is full as well. */
    void forgetFullBefore(Instant time);
}
