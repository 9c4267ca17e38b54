package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.SendableTarget;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Parcel;
import io.pulseline.pipeline.target.Target;
import io.pulseline.pipeline.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One attempt: what is claimed is sent, and where that leads is told. */
@ApplicationScoped
class DeliveryAttempt {
    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    private final Targets targets;
    private final Breakers breakers;
    private final DeliveryMetrics metrics;
    private final RetrySchedule schedule;
    private final Clock clock;

    DeliveryAttempt(
            Targets targets,
            Breakers breakers,
            DeliveryMetrics metrics,
            DeliverySettings settings,
            Clock clock) {
        this.targets = targets;
        this.breakers = breakers;
        this.metrics = metrics;
        this.schedule =
                new RetrySchedule(
                        settings.retryDelays(), () -> ThreadLocalRandom.current().nextDouble());
        this.clock = clock;
    }

    /**
     * What became of it, and what that means.
     *
     * @param outcome as the target had it
     * @param isTried false if the target was known to rest, and not asked
     */
    record Ended(
            ClaimedDelivery claimed,
            DeliveryOutcome outcome,
            Settlement settlement,
            boolean isTried) {}

    /** Blocks until the target has answered, or has had its time. */
    Ended made(ClaimedDelivery claimed, Optional<SendableTarget> target) {
        Delivery delivery = claimed.delivery();
        metrics.begun(delivery.targetType());
        long begun = System.nanoTime();
        DeliveryOutcome outcome = outcome(claimed, target);
        long milliseconds = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        metrics.ended(delivery.targetType(), outcome);
        Settlement settlement =
                Settlement.of(claimed, outcome, milliseconds, clock.instant(), schedule);
        log(claimed, outcome, settlement);
        boolean isResting = target.filter(one -> one.target().pausedAt() != null).isPresent();
        return new Ended(claimed, outcome, settlement, !isResting);
    }

    private DeliveryOutcome outcome(ClaimedDelivery claimed, Optional<SendableTarget> target) {
        Delivery delivery = claimed.delivery();
        if (target.isEmpty()) {
            return new DeliveryOutcome.Refused("the target was removed from its pipeline");
        }
        PipelineTarget known = target.get().target();
        if (known.disabledAt() != null) {
            return new DeliveryOutcome.Refused("the target is disabled: " + known.disabledReason());
        }
        if (known.pausedAt() != null) {
            return new DeliveryOutcome.Paused(String.valueOf(known.pausedReason()));
        }
        Optional<Target> kind = targets.byId(delivery.targetType());
        if (kind.isEmpty()) {
            return new DeliveryOutcome.Refused("there is no target " + delivery.targetType());
        }
        Parcel parcel =
                new Parcel(
                        delivery.id(),
                        delivery.record(),
                        delivery.revision(),
                        delivery.event(),
                        claimed.content().plain(),
                        target.get().recipient(),
                        new Parcel.History(
                                claimed.lease().attempts(),
                                claimed.remoteId(),
                                claimed.progress()));
        return breakers.guarded(
                delivery.target(), claimed.progress(), () -> sent(kind.get(), parcel));
    }

    private static DeliveryOutcome sent(Target kind, Parcel parcel) {
        try {
            return kind.send(parcel);
        } catch (RuntimeException e) {
            LOG.errorf(e, "delivery %s failed by our mistake", parcel.deliveryId());
            return DeliveryOutcome.Later.because("our mistake: " + e.getClass().getSimpleName());
        }
    }

    private static void log(
            ClaimedDelivery claimed, DeliveryOutcome outcome, Settlement settlement) {
        Delivery delivery = claimed.delivery();
        String reason = settlement.next().reason();
        if (outcome instanceof DeliveryOutcome.Later) {
            LOG.infof(
                    "delivery postponed: delivery=%s target=%s attempt=%d reason=%s",
                    delivery.id(), delivery.target(), claimed.lease().attempts(), reason);
        } else if (outcome instanceof DeliveryOutcome.Paused) {
            LOG.infof(
                    "target paused: target=%s type=%s reason=%s",
                    delivery.target(), delivery.targetType(), reason);
        }
    }
}
