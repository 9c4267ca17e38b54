package io.pulseline.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class WebhookMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WebhookMetrics metrics = new WebhookMetrics(registry);

    private double sum(String name) {
        return registry.find(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    @Test
    void whatWasReceivedIsWhatWasAnswered() {
        for (WebhookMetrics.Refusal refusal : WebhookMetrics.Refusal.values()) {
            metrics.received();
            metrics.refused(refusal);
        }
        metrics.received();
        metrics.published(3, 1);
        metrics.received();
        metrics.verified();
        int deliveries = WebhookMetrics.Refusal.values().length + 2;

        assertThat(sum("pulseline.ingest.webhook.deliveries.received")).isEqualTo(deliveries);
        assertThat(sum("pulseline.ingest.webhook.deliveries.answered")).isEqualTo(deliveries);
        assertThat(sum("pulseline.ingest.webhook.notifications")).isEqualTo(4);
    }
}
