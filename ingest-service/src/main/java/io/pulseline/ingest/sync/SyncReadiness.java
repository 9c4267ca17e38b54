package io.pulseline.ingest.sync;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while notifications wait for the database or the registry. Nothing is lost meanwhile,
 * and the webhook answers all the same.
 */
@Readiness
@ApplicationScoped
class SyncReadiness implements HealthCheck {
    private final Outages outages;

    SyncReadiness(Outages outages) {
        this.outages = outages;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = outages.waitingFor();
        return HealthCheckResponse.named("sync")
                .status(reason.isEmpty())
                .withData("waitingFor", reason)
                .build();
    }
}
