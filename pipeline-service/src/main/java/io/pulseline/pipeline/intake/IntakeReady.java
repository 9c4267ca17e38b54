package io.pulseline.pipeline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the intake waits for something that is away. */
@Readiness
@ApplicationScoped
class IntakeReady implements HealthCheck {
    private final Patience patience;

    IntakeReady(Patience patience) {
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        return patience.waitingFor()
                .map(reason ->
                        HealthCheckResponse.named("intake of records")
                                .down()
                                .withData("waits", reason)
                                .build())
                .orElseGet(() -> HealthCheckResponse.up("intake of records"));
    }
}
