package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pace.WorkLoop;
import io.pulseline.pipeline.pipeline.PipelineTargets;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notes where attempts have led, many in one transaction, the statuses of their runs with them.
 * What ends while one transaction is under way goes into the next.
 */
@ApplicationScoped
class Settler {
    private static final Logger LOG = Logger.getLogger(Settler.class);

    /** A short transaction, however much there is. */
    private static final int BATCH = 200;

    private final DeliveryLedger ledger;
    private final PipelineTargets pipelineTargets;
    private final RunBook runs;
    private final Transactions transactions;
    private final DeliveryMetrics metrics;
    private final Duration pause;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private @Nullable WorkLoop loop;
    private volatile boolean closed;

    Settler(
            DeliveryLedger ledger,
            PipelineTargets pipelineTargets,
            RunBook runs,
            Transactions transactions,
            DeliveryMetrics metrics,
            PaceSettings pace,
            Clock clock) {
        this.ledger = ledger;
        this.pipelineTargets = pipelineTargets;
        this.runs = runs;
        this.transactions = transactions;
        this.metrics = metrics;
        this.pause = pace.poll();
        this.clock = clock;
    }

    /**
     * An attempt whose end is to be noted.
     *
     * @param noted told when it is, or when that is given up
     */
    private record Waiting(DeliveryAttempt.Ended ended, Runnable noted) {}

    void start(@Observes StartupEvent event) {
        loop = WorkLoop.start("settlements", pause, this::step);
    }

    /** Notes what there is, and no more after that. */
    void close() {
        closed = true;
        if (loop != null) {
            loop.close();
        }
    }

    /** Notes it soon. Does not block. */
    void note(DeliveryAttempt.Ended ended, Runnable noted) {
        queue.add(new Waiting(ended, noted));
        if (loop != null) {
            loop.wake();
        }
    }

    private int step() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                break;
            }
        }
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            settleTogetherOrOneByOne(batch.stream().map(Waiting::ended).toList());
        } finally {
            batch.forEach(one -> one.noted().run());
        }
        runs.committed();
        return batch.size();
    }

    private void settleTogetherOrOneByOne(List<DeliveryAttempt.Ended> batch) {
        if (!settled(batch) && batch.size() > 1) {
            // One that cannot be noted takes no other with it.
            batch.forEach(one -> {
                var _ = settled(List.of(one));
            });
        }
    }

    /** Blocks until noted, through outages too; false if the database will not have it. */
    private boolean settled(List<DeliveryAttempt.Ended> batch) {
        // Lost with the process at worst: then the leases run out and the same ids are sent again.
        do {
            try {
                Set<UUID> noted = transactions.writeAndWait(() -> settle(batch, clock.instant()));
                batch.stream()
                        .map(one -> one.claimed().delivery())
                        .filter(delivery -> !noted.contains(delivery.id()))
                        .forEach(this::lost);
                return true;
            } catch (DatabaseException e) {
                LOG.warnf(
                        "results of %d deliveries not noted yet, the first is %s: %s",
                        batch.size(), batch.getFirst().claimed().delivery().id(), e.getMessage());
                if (!e.isOutage()) {
                    return false;
                }
                rest();
            }
        } while (!closed);
        return true;
    }

    private void lost(Delivery delivery) {
        metrics.leaseLost(delivery.targetType());
        LOG.warnf("lease of delivery %s was lost; another process sends it", delivery.id());
    }

    private Uni<Set<UUID>> settle(List<DeliveryAttempt.Ended> batch, Instant now) {
        List<Settlement> settlements =
                batch.stream().map(DeliveryAttempt.Ended::settlement).toList();
        return runs.lock(runsOf(settlements))
                .chain(() -> ledger.settle(settlements, now))
                .chain(noted ->
                        follow(batch, noted, now)
                                .chain(() ->
                                        runs.refresh(
                                                runsOf(
                                                        settlements.stream()
                                                                .filter(one ->
                                                                        noted.contains(
                                                                                one.delivery()))
                                                                .toList()),
                                                now))
                                .replaceWith(noted));
    }

    private static Set<UUID> runsOf(List<Settlement> settlements) {
        return settlements.stream().map(Settlement::run).collect(Collectors.toSet());
    }

    /** What outcomes mean for the targets themselves. */
    private Uni<Void> follow(List<DeliveryAttempt.Ended> batch, Set<UUID> noted, Instant now) {
        Uni<Void> followed = Uni.createFrom().voidItem();
        for (Map.Entry<UUID, DeliveryOutcome> one : endings(batch, noted).entrySet()) {
            UUID target = one.getKey();
            if (one.getValue() instanceof DeliveryOutcome.Disabled(String reason, _)) {
                followed = followed.chain(() -> pipelineTargets.disable(target, reason, now));
            } else if (one.getValue() instanceof DeliveryOutcome.Paused(String reason, _)) {
                followed = followed.chain(() -> pipelineTargets.pause(target, reason, now));
            }
        }
        Set<UUID> held =
                batch.stream()
                        .filter(one -> one.outcome() instanceof DeliveryOutcome.Paused)
                        .map(one -> one.claimed().delivery().target())
                        .collect(Collectors.toSet());
        return followed.chain(() -> pipelineTargets.letGoUnlessPaused(held, now));
    }

    /**
     * What a batch says against its targets, whatever others of the same target say: disabled
     * before paused. What was not tried says nothing new.
     */
    static Map<UUID, DeliveryOutcome> endings(List<DeliveryAttempt.Ended> batch, Set<UUID> noted) {
        return batch.stream()
                .filter(DeliveryAttempt.Ended::isTried)
                .filter(one -> noted.contains(one.claimed().delivery().id()))
                .filter(one ->
                        one.outcome() instanceof DeliveryOutcome.Disabled
                                || one.outcome() instanceof DeliveryOutcome.Paused)
                .collect(
                        Collectors.toMap(
                                one -> one.claimed().delivery().target(),
                                DeliveryAttempt.Ended::outcome,
                                (one, other) ->
                                        one instanceof DeliveryOutcome.Disabled ? one : other));
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
