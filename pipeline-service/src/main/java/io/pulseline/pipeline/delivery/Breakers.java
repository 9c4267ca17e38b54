package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker for each target, in this process: one that fails again and again is left alone
 * for a while, and then tried with one delivery. Its deliveries are not claimed meanwhile, so that
 * they take neither attempts from themselves nor places from others.
 */
@ApplicationScoped
class Breakers {
    private static final Logger LOG = Logger.getLogger(Breakers.class);

    /** One that has not failed for so long is not remembered: there are many targets. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final DeliverySettings.Breaker settings;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Map<UUID, Guarded> targets = new ConcurrentHashMap<>();

    Breakers(DeliverySettings settings, DeliveryMetrics metrics, Clock clock) {
        this.settings = settings.breaker();
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Carries an outcome past the breaker, which counts exceptions. */
    private static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient DeliveryOutcome.Later outcome;

        FailedException(DeliveryOutcome.Later outcome) {
            super(outcome.reason(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** One target. */
    private final class Guarded {
        private final UUID target;
        private final AtomicInteger underWay = new AtomicInteger();
        private final TypedGuard<DeliveryOutcome> guard;
        private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;
        private volatile Instant openUntil = Instant.MIN;
        private volatile @Nullable Instant lastFailure;

        Guarded(UUID target) {
            this.target = target;
            this.guard =
                    TypedGuard.create(DeliveryOutcome.class)
                            .withCircuitBreaker()
                            .requestVolumeThreshold(settings.attempts())
                            .failureRatio(settings.failures() / (double) settings.attempts())
                            .delay(settings.delay().toMillis(), ChronoUnit.MILLIS)
                            .successThreshold(1)
                            .onStateChange(this::became)
                            .done()
                            .build();
        }

        private void became(CircuitBreakerState next) {
            state = next;
            if (next == CircuitBreakerState.OPEN) {
                openUntil = clock.instant().plus(settings.delay());
                metrics.breakerOpened();
                LOG.warnf(
                        "target %s fails again and again: it is left alone for %d s",
                        target, settings.delay().toSeconds());
            }
        }

        DeliveryOutcome call(@Nullable String progress, Supplier<DeliveryOutcome> attempt) {
            try {
                return guard.call(() -> {
                    DeliveryOutcome outcome = attempt.get();
                    if (outcome instanceof DeliveryOutcome.Later later) {
                        throw new FailedException(later);
                    }
                    return outcome;
                });
            } catch (FailedException e) {
                lastFailure = clock.instant();
                return e.outcome;
            } catch (CircuitBreakerOpenException _) {
                return new DeliveryOutcome.Postponed(
                        "the target fails again and again: it is left alone for a while",
                        settings.delay(),
                        progress);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("an attempt throws no such exception", e);
            }
        }

        /** True if nothing should be claimed for it. */
        boolean isResting(Instant now) {
            return switch (state) {
                case CLOSED -> false;
                case OPEN, HALF_OPEN -> now.isBefore(openUntil) || underWay.get() > 0;
            };
        }

        /** True if it is as one that was never heard of. */
        boolean isForgettable(Instant now) {
            Instant failed = lastFailure;
            return underWay.get() == 0
                    && state == CircuitBreakerState.CLOSED
                    && (failed == null || failed.plus(MEMORY).isBefore(now));
        }
    }

    /**
     * What a target answers; a failure that may pass counts against it.
     *
     * @param progress of the delivery, which it keeps where it is not tried; null for none
     */
    DeliveryOutcome guarded(
            UUID target, @Nullable String progress, Supplier<DeliveryOutcome> attempt) {
        if (targets.containsKey(target)) {
            return counted(target, progress, attempt);
        }
        // Most targets never fail: they need no breaker.
        DeliveryOutcome outcome = attempt.get();
        return outcome instanceof DeliveryOutcome.Later
                ? counted(target, progress, () -> outcome)
                : outcome;
    }

    private DeliveryOutcome counted(
            UUID target, @Nullable String progress, Supplier<DeliveryOutcome> attempt) {
        Guarded guarded =
                targets.compute(
                        target,
                        (id, known) -> {
                            Guarded one = known == null ? new Guarded(id) : known;
                            one.underWay.incrementAndGet();
                            return one;
                        });
        try {
            return guarded.call(progress, attempt);
        } finally {
            guarded.underWay.decrementAndGet();
            Instant now = clock.instant();
            targets.computeIfPresent(target, (_, known) -> known.isForgettable(now) ? null : known);
        }
    }

    /** Targets for which nothing should be claimed now. */
    Set<UUID> resting() {
        Instant now = clock.instant();
        return targets.entrySet().stream()
                .filter(one -> one.getValue().isResting(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
