package io.pulseline.ingest.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts of sync.
 *
 * <p>{@code pulseline_ingest_sync_notifications_total}: every notification taken from Kafka ends in
 * exactly one of its outcomes; repetitions after a crash count again.
 *
 * <p>{@code pulseline_ingest_sync_payloads_total}: {@code complete} + {@code partial} is what Kafka
 * acknowledged; {@code too_large} was refused, never cut.
 *
 * <p>{@code pulseline_ingest_sync_passes_total}: claimed rows end in exactly one of its outcomes.
 * {@code pulseline_ingest_sync_unreadable_total} counts entries of lists that could not be read;
 * they are skipped and met again with each pass.
 */
@ApplicationScoped
class SyncMetrics {
    private static final String PREFIX = "pulseline.ingest.sync.";

    private final MeterRegistry registry;

    SyncMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at 0, so that a rate over the first occurrence is seen.
        for (Notification outcome : Notification.values()) {
            notification(outcome, 0);
        }
        for (Payload outcome : Payload.values()) {
            counter("payloads", outcome.name());
        }
        for (Pass outcome : Pass.values()) {
            counter("passes", outcome.name());
        }
        registry.counter(PREFIX + "unreadable");
    }

    /** What a notification led to. */
    enum Notification {
        /** A connection is due now. */
        WOKEN,
        /** The user took the consent back or left the provider. */
        CONSENT_ENDED,
        /** Older than the consent it would end. */
        OUTDATED,
        /** We know no such user of the provider. */
        UNKNOWN_OWNER,
        /** The connection waits for a new consent. */
        NOT_CONNECTED,
        /** A kind of data that is not read. */
        NOT_OURS,
        /** Went to the dead-letter topic. */
        DEAD_LETTER
    }

    /** What became of a payload. */
    enum Payload {
        COMPLETE,
        PARTIAL,
        TOO_LARGE,
        /** Of a shape we do not know; went to the dead-letter topic. */
        DEAD_LETTER
    }

    /** How a pass ended. */
    enum Pass {
        DONE,
        POSTPONED,
        RESTS,
        OVERTAKEN,
        FAILED
    }

    void notification(Notification outcome) {
        notification(outcome, 1);
    }

    private void notification(Notification outcome, int count) {
        counter("notifications", outcome.name()).increment(count);
    }

    void payload(Payload outcome) {
        counter("payloads", outcome.name()).increment();
    }

    void pass(Pass outcome) {
        counter("passes", outcome.name()).increment();
    }

    void unreadable(int entries) {
        registry.counter(PREFIX + "unreadable").increment(entries);
    }

    private Counter counter(String name, String outcome) {
        return registry.counter(PREFIX + name, "outcome", outcome.toLowerCase(Locale.ROOT));
    }
}
