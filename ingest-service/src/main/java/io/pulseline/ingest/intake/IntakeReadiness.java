package io.pulseline.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while consumers wait for the database or the registry. Nothing is lost meanwhile, and
 * the webhook answers all the same.
 */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
    private final Outages outages;

    IntakeReadiness(Outages outages) {
        this.outages = outages;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> waiting = outages.waiting();
        return HealthCheckResponse.named("sync")
                .status(waiting.isEmpty())
                .withData("waitingFor", String.join(", ", waiting.values()))
                .build();
    }
}
