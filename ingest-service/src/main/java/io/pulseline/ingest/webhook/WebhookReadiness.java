package io.pulseline.ingest.webhook;

import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The one check of {@code /q/health/group/webhook}, for whoever routes traffic: the webhook takes
 * notifications as soon as the service runs, also while {@code /q/health/ready} says that sync
 * waits for PostgreSQL. (While Kafka is away it answers 503 itself, which Fitbit understands; a
 * proxy's 502 would be no better.)
 */
@HealthGroup("webhook")
class WebhookReadiness implements HealthCheck {
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("webhook");
    }
}
