package io.pulseline.pipeline.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.pipeline.target.DeliveryOutcome;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts attempts: {@code pulseline.delivery.attempts} by target type and outcome. begun = accepted
 * + later + refused + disabled + those under way; {@code lost} counts, besides, those whose lease
 * had run out when they ended: alert when it grows, the lease is then too short.
 */
@ApplicationScoped
class DeliveryMetrics {
    private static final String ATTEMPTS = "pulseline.delivery.attempts";

    private final MeterRegistry registry;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begun(String targetType) {
        registry.counter("pulseline.delivery.begun", "target", targetType).increment();
    }

    void ended(String targetType, DeliveryOutcome outcome) {
        String word =
                switch (outcome) {
                    case DeliveryOutcome.Accepted _ -> "accepted";
                    case DeliveryOutcome.Later _ -> "later";
                    case DeliveryOutcome.Postponed _ -> "postponed";
                    case DeliveryOutcome.Paused _ -> "paused";
                    case DeliveryOutcome.Refused _ -> "refused";
                    case DeliveryOutcome.Disabled _ -> "disabled";
                };
        registry.counter(ATTEMPTS, "target", targetType, "outcome", word).increment();
    }

    void breakerOpened() {
        registry.counter("pulseline.delivery.breakers.opened").increment();
    }

    void leaseLost(String targetType) {
        registry.counter("pulseline.delivery.lost", "target", targetType).increment();
    }
}
