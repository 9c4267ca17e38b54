package io.pulseline.ingest.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts of erasures: {@code pulseline_ingest_erasures_total}. Every one taken from Kafka ends in
 * exactly one of its outcomes; each is told twice, so one of the two finds nothing.
 */
@ApplicationScoped
class ErasureMetrics {
    private static final String NAME = "pulseline.ingest.erasures";

    private final MeterRegistry registry;

    ErasureMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at 0, so that a rate over the first occurrence is seen.
        for (Outcome outcome : Outcome.values()) {
            count(outcome, 0);
        }
    }

    /** What an erasure led to. */
    enum Outcome {
        /** At least one connection is gone. */
        ERASED,
        /** The user had none from before it. */
        NOTHING,
        /** Went to the dead-letter topic. */
        DEAD_LETTER
    }

    void erasure(Outcome outcome) {
        count(outcome, 1);
    }

    private void count(Outcome outcome, int count) {
        registry.counter(NAME, "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment(count);
    }
}
