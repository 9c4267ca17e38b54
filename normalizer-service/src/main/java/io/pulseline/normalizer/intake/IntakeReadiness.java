package io.pulseline.normalizer.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a payload cannot go on because the registry or Kafka is away. */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
    private final PayloadInHand inHand;
    private final IntakeConfig config;

    IntakeReadiness(PayloadInHand inHand, IntakeConfig config) {
        this.inHand = inHand;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("payload intake");
        return inHand.stuckOn(config.readyWhileWaiting())
                .map(whom -> response.down().withData("waiting for", whom).build())
                .orElseGet(() -> response.up().build());
    }
}
