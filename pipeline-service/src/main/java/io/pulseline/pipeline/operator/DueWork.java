package io.pulseline.pipeline.operator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do now, of all users.
 *
 * @param runs that the runner should take up
 * @param oldestRunDueAt since when the oldest of them waits; null if none does
 * @param deliveries by kind of target, only kinds that have some
 */
public record DueWork(long runs, @Nullable Instant oldestRunDueAt, List<Deliveries> deliveries) {
    public DueWork {
        deliveries = List.copyOf(deliveries);
    }

    /** The earliest of anything that is due; null if nothing is. */
    public @Nullable Instant oldestDeliveryDueAt() {
        return deliveries.stream()
                .map(Deliveries::oldestDueAt)
                .filter(due -> due != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Those to one kind of target.
     *
     * @param due to be sent now
     * @param later to be tried again at a time to come
     * @param leased on their way
     * @param held because their target is paused
     * @param exhausted given up after the last attempt
     * @param oldestDueAt since when the oldest that is due waits; null if none is
     */
    public record Deliveries(
            String targetType,
            long due,
            long later,
            long leased,
            long held,
            long exhausted,
            @Nullable Instant oldestDueAt) {}
}
