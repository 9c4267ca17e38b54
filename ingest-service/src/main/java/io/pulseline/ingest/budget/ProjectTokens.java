package io.pulseline.ingest.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * This replica's part of the project's quota. Taken from the common bucket in batches, so that the
 * one row all replicas share is not written for every request; what is not spent soon is lost. So
 * requests are never more than the bucket gives, but up to a batch for each replica may be made a
 * little after it was given: the bucket's live margin is there for those.
 *
 * <p>A batch serves those for whom enough was left when it was taken, whoever took it: while the
 * bucket is well filled that is everybody, while it runs short history gets nothing of what live
 * work has taken. A priority that was granted nothing is not asked for again before its time.
 */
@ApplicationScoped
class ProjectTokens {
    static final String BUCKET = "project";

    private final Buckets buckets;
    private final BucketRules rules;
    private final int batchSize;
    private final Duration lapse;
    private final Map<Priority, Closed> closed = new EnumMap<>(Priority.class);
    private Batch batch = new Batch(Instant.EPOCH, Priority.LIVE);
    private int left;

    ProjectTokens(Buckets buckets, BucketConfig config) {
        this.buckets = buckets;
        this.rules = BucketRules.ofProject(config);
        this.batchSize = config.project().batch();
        this.lapse = config.project().batchLapsesAfter();
        if (batchSize < 1 || !lapse.isPositive()) {
            throw new IllegalArgumentException(
                    "ingest.google-budget.project: batch must be 1 or more, and lapse after a time");
        }
    }

    /**
     * What was taken last.
     *
     * @param least the least urgent priority it serves
     */
    private record Batch(Instant takenAt, Priority least) {}

    /** Until when a priority gets nothing, as the bucket said. */
    private record Closed(Instant toldAt, Instant until) {}

    /**
     * Asks for one request; blocks while a batch is taken.
     *
     * @return empty if it is granted, else when this priority may go on
     */
    synchronized Optional<Instant> take(Priority priority, Instant now) {
        if (left > 0 && isOf(batch.takenAt(), now) && priority.compareTo(batch.least()) <= 0) {
            left--;
            return Optional.empty();
        }
        Closed told = closed.get(priority);
        if (told != null && !now.isBefore(told.toldAt()) && now.isBefore(told.until())) {
            return Optional.of(told.until());
        }
        Bucket.Taken taken = buckets.take(BUCKET, rules, priority, batchSize, now);
        if (taken.granted() == 0) {
            Instant until = taken.bucket().goesOnAt(priority, now, rules);
            closed.put(priority, new Closed(now, until));
            return Optional.of(until);
        }
        closed.remove(priority);
        batch = new Batch(now, least(priority, taken.bucket(), now));
        left = taken.granted() - 1;
        return Optional.empty();
    }

    /**
     * Whether what was taken then is still good. Threads may ask out of the order of their times.
     */
    private boolean isOf(Instant takenAt, Instant now) {
        return Duration.between(takenAt, now).abs().compareTo(lapse) < 0;
    }

    private Priority least(Priority asking, Bucket after, Instant now) {
        Priority least = asking;
        for (Priority priority : Priority.values()) {
            if (priority.compareTo(least) > 0 && after.isOpenTo(priority, now, rules)) {
                least = priority;
            }
        }
        return least;
    }

    /** A granted request is not made after all; it may be made by the next who asks. */
    synchronized void giveBack() {
        left++;
    }

    int perHour(Priority priority) {
        return rules.perHour(priority);
    }
}
