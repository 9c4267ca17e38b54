package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.pace.PaceSettings;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.PipelineTargets;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One attempt: send, then note where it led, the run's status with it, in one transaction. */
@ApplicationScoped
class DeliveryAttempt implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    private final DeliveryLedger ledger;
    private final PipelineTargets pipelineTargets;
    private final Targets targets;
    private final RunBook runs;
    private final Transactions transactions;
    private final DeliveryMetrics metrics;
    private final RetrySchedule schedule;
    private final Duration pause;
    private final Clock clock;
    private volatile boolean closed;

    DeliveryAttempt(
            DeliveryLedger ledger,
            PipelineTargets pipelineTargets,
            Targets targets,
            RunBook runs,
            Transactions transactions,
            DeliveryMetrics metrics,
            DeliverySettings settings,
            PaceSettings pace,
            Clock clock) {
        this.ledger = ledger;
        this.pipelineTargets = pipelineTargets;
        this.targets = targets;
        this.runs = runs;
        this.transactions = transactions;
        this.metrics = metrics;
        this.schedule =
                new RetrySchedule(
                        settings.retryDelays(), () -> ThreadLocalRandom.current().nextDouble());
        this.pause = pace.poll();
        this.clock = clock;
    }

    /** Blocks until the outcome is noted, through outages too. */
    void make(ClaimedDelivery claimed, Optional<PipelineTarget> target) {
        String type = claimed.delivery().targetType();
        metrics.begun(type);
        long begun = System.nanoTime();
        DeliveryOutcome outcome = outcome(claimed, target);
        long milliseconds = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        metrics.ended(type, outcome);
        // Lost with the process at worst: then the lease runs out and the same id is sent again.
        do {
            try {
                note(claimed, outcome, milliseconds);
                runs.committed();
                return;
            } catch (DatabaseException e) {
                LOG.warnf(
                        "result of delivery %s not noted yet: %s",
                        claimed.delivery().id(), e.getMessage());
                if (!e.isOutage()) {
                    return;
                }
                rest();
            }
        } while (!closed);
    }

    private DeliveryOutcome outcome(ClaimedDelivery claimed, Optional<PipelineTarget> target) {
        Delivery delivery = claimed.delivery();
        if (target.isEmpty()) {
            return new DeliveryOutcome.Refused("the target was removed from its pipeline");
        }
        PipelineTarget known = target.get();
        if (known.disabledAt() != null) {
            return new DeliveryOutcome.Refused("the target is disabled: " + known.disabledReason());
        }
        Optional<Target> kind = targets.byId(delivery.targetType());
        if (kind.isEmpty()) {
            return new DeliveryOutcome.Refused("there is no target " + delivery.targetType());
        }
        try {
            return kind.get()
                    .send(
                            new Parcel(
                                    delivery.id(),
                                    claimed.content().plain(),
                                    known.configuration(),
                                    known.secret()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "delivery %s failed by our mistake", delivery.id());
            return new DeliveryOutcome.Later("our mistake: " + e.getClass().getSimpleName(), null);
        }
    }

    private void note(ClaimedDelivery claimed, DeliveryOutcome outcome, long milliseconds) {
        Delivery delivery = claimed.delivery();
        Instant now = clock.instant();
        DeliveryState next = claimed.lease().after(outcome, now, schedule);
        Optional<Delivery> noted =
                transactions.writeAndWait(() ->
                        runs.lock(delivery.run())
                                .chain(() ->
                                        ledger.settle(
                                                delivery.id(),
                                                claimed.lease(),
                                                next,
                                                milliseconds,
                                                now))
                                .chain(settled ->
                                        settled.isEmpty()
                                                ? Uni.createFrom().item(settled)
                                                : follow(delivery, outcome, now)
                                                        .replaceWith(settled)));
        if (outcome instanceof DeliveryOutcome.Later later) {
            LOG.infof(
                    "delivery postponed: delivery=%s target=%s attempt=%d reason=%s",
                    delivery.id(), delivery.target(), claimed.lease().attempts(), later.reason());
        }
        if (noted.isEmpty()) {
            metrics.leaseLost(delivery.targetType());
            LOG.warnf("lease of delivery %s was lost; another process sends it", delivery.id());
        }
    }

    private Uni<Void> follow(Delivery delivery, DeliveryOutcome outcome, Instant now) {
        Uni<Void> disabled =
                outcome instanceof DeliveryOutcome.Disabled(String reason)
                        ? pipelineTargets.disable(delivery.target(), reason, now)
                        : Uni.createFrom().voidItem();
        return disabled.chain(() -> runs.refresh(delivery.run(), now));
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
