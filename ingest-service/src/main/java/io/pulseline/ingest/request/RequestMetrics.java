package io.pulseline.ingest.request;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts of requests: {@code pulseline_ingest_requests_total}. Every request taken from Kafka ends
 * in exactly one of its outcomes; repetitions after a crash count again.
 */
@ApplicationScoped
class RequestMetrics {
    private static final String NAME = "pulseline.ingest.requests";

    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at 0, so that a rate over the first occurrence is seen.
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    /** What a request led to. */
    enum Outcome {
        /** It was followed for at least one connection. */
        FOLLOWED,
        /** It had been before. */
        REPEATED,
        /** The user has no such connection, or none in a state to follow it. */
        NO_CONNECTION,
        /** Went to the dead-letter topic. */
        DEAD_LETTER
    }

    void request(Outcome outcome) {
        count(outcome, 1);
    }

    private void count(Outcome outcome, int count) {
        registry.counter(NAME, "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment(count);
    }
}
