package io.pulseline.ingest.budget;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quota that comes back evenly; the fields are those of table {@code request_bucket}. All it
 * remembers is when it will be full: each request moves that on by the time in which one comes
 * back, so nothing has to be written while it fills. A time that went back finds it emptier, never
 * fuller. The rules stand here once in Java and once in {@link PostgresBuckets}' statement; one
 * contract kit holds both to the same answers. Times are whole microseconds, as PostgreSQL keeps
 * them.
 *
 * @param fullAt when it is full if nobody asks; the past means that it is
 * @param refusedUntil the provider takes nothing before; null if it has not said so
 */
record Bucket(Instant fullAt, @Nullable Instant refusedUntil) {
    /** Of somebody who has not asked yet. */
    static Bucket full(Instant now) {
        return new Bucket(now, null);
    }

    /**
     * What a question led to.
     *
     * @param bucket afterwards
     * @param granted requests, 0 for none
     */
    record Taken(Bucket bucket, int granted) {}

    /**
     * Asks for requests; as many are granted as this priority may have now.
     *
     * @param atMost so many are wanted
     */
    Taken take(Priority priority, int atMost, Instant now, BucketRules rules) {
        long missing = missing(now, rules);
        boolean refused = isRefused(now);
        int granted = refused ? 0 : Math.min(atMost, there(rules.spendable(priority), now, rules));
        Instant full = now.plus(missing + granted * rules.microsecondsEach(), MICROS);
        return new Taken(new Bucket(full, refused ? refusedUntil : null), granted);
    }

    /** The provider refuses until then: what we thought was there is not. */
    Bucket refused(Instant now, Instant until, BucketRules rules) {
        Instant full = later(fullAt, now.plus(rules.microsecondsToFill(), MICROS));
        return new Bucket(full, refusedUntil == null ? until : later(refusedUntil, until));
    }

    /** What is left for whoever goes first. */
    int left(Instant now, BucketRules rules) {
        return isRefused(now) ? 0 : there(rules.spendable(Priority.LIVE), now, rules);
    }

    /** Whether what this priority must leave to others is there. */
    boolean isOpenTo(Priority priority, Instant now, BucketRules rules) {
        int spendable = rules.spendable(priority);
        return spendable > 0
                && spendable * rules.microsecondsEach() >= missing(now, rules)
                && !isRefused(now);
    }

    boolean isRefused(Instant now) {
        return refusedUntil != null && refusedUntil.isAfter(now);
    }

    /** When this priority, which was granted nothing, may go on. */
    Instant goesOnAt(Priority priority, Instant now, BucketRules rules) {
        long each = rules.microsecondsEach();
        long missing = missing(now, rules);
        long wait = Math.max(0, missing + each - rules.spendable(priority) * each);
        Instant next = wait == 0 ? now : now.plus(wait, MICROS).plus(rules.rest());
        return refusedUntil == null ? next : later(refusedUntil, next);
    }

    private int there(int spendable, Instant now, BucketRules rules) {
        long each = rules.microsecondsEach();
        return (int) Math.max(0, (spendable * each - missing(now, rules)) / each);
    }

    /** In how many microseconds it is full. */
    private long missing(Instant now, BucketRules rules) {
        long ahead = Math.max(0, MICROS.between(now, fullAt));
        long toFill = rules.microsecondsToFill();
        // No replica's clock is so far ahead: ours was set back. Waiting for the old time to come
        // could take for ever.
        return ahead > toFill + microseconds(rules.clockTolerance()) ? toFill : ahead;
    }

    static long microseconds(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
