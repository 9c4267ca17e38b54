package io.pulseline.ingest.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts of the webhook. A delivery is one POST, a notification one entry of its array.
 *
 * <p>{@code pulseline_ingest_webhook_deliveries_received_total} = the sum of {@code
 * pulseline_ingest_webhook_deliveries_answered_total} over its outcomes ({@code published}, {@code
 * verified} and the reasons of {@link Refusal}); a growing difference means requests that died
 * half-way. {@code pulseline_ingest_webhook_notifications_total} counts the entries of the
 * deliveries that were {@code published}, as {@code published} or {@code skipped} (no owner or
 * collection in them).
 */
@ApplicationScoped
class WebhookMetrics {
    private static final String PREFIX = "pulseline.ingest.webhook.";

    private final MeterRegistry registry;

    WebhookMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at 0, so that a rate over the first occurrence is seen.
        registry.counter(PREFIX + "deliveries.received");
        answered("published");
        answered("verified");
        for (Refusal refusal : Refusal.values()) {
            answered(refusal.word);
        }
        notifications("published");
        notifications("skipped");
    }

    /** Why a delivery was not published. */
    enum Refusal {
        /** 413. */
        TOO_LARGE("too_large"),
        /** Fitbit: 404, wrong or missing; Google: 403, wrong, or 401, missing. */
        BAD_SIGNATURE("bad_signature"),
        /** 401: the secret that Google was given is missing or another. */
        UNAUTHORIZED("unauthorized"),
        /** 503: Google's public keys could not be read. */
        NO_KEYS("no_keys"),
        /** 404: no Google project is configured. */
        NOT_CONFIGURED("not_configured"),
        /** 400. */
        NOT_JSON("not_json"),
        /** 400. */
        NOT_AN_ARRAY("not_an_array"),
        /** 503: Kafka, or the registry before its first answer. */
        NOT_ACKNOWLEDGED("not_acknowledged");

        private final String word;

        Refusal(String word) {
            this.word = word;
        }
    }

    void received() {
        registry.counter(PREFIX + "deliveries.received").increment();
    }

    void refused(Refusal reason) {
        answered(reason.word).increment();
    }

    void published(int published, int skipped) {
        answered("published").increment();
        notifications("published").increment(published);
        notifications("skipped").increment(skipped);
    }

    void verified() {
        answered("verified").increment();
    }

    private Counter answered(String outcome) {
        return registry.counter(PREFIX + "deliveries.answered", "outcome", outcome);
    }

    private Counter notifications(String outcome) {
        return registry.counter(PREFIX + "notifications", "outcome", outcome);
    }
}
