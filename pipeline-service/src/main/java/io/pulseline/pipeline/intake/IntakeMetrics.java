package io.pulseline.pipeline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.KeepOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts messages: {@code pulseline.activities.received} = the sum of {@code
 * pulseline.activities.ended} over its outcomes (changed, same_content, not_newer, erased,
 * dead_letter) + the one under way. Alert when dead_letter grows, or when the sum falls short.
 *
 * <p>{@code pulseline.pipelines.asked} counts, for every changed live or late activity, each
 * pipeline of its user once, by its answer (started, disabled, other_record, earlier,
 * other_provider, other_activity_type, other_recording_method): where nothing starts, no run can
 * tell why.
 *
 * <p>{@code pulseline.metrics.received} = the sum of {@code pulseline.metrics.ended} over types and
 * outcomes + the batch under way.
 *
 * <p>{@code pulseline.erased.dropped} counts what ended as erased, of both.
 */
@ApplicationScoped
class IntakeMetrics {
    private static final String ENDED = "pulseline.activities.ended";

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received() {
        registry.counter("pulseline.activities.received").increment();
    }

    void kept(KeepOutcome outcome) {
        String word = outcome.name().toLowerCase(Locale.ROOT);
        registry.counter(ENDED, "outcome", word).increment();
        countIfErased(outcome);
    }

    private void countIfErased(KeepOutcome outcome) {
        if (outcome == KeepOutcome.ERASED) {
            registry.counter("pulseline.erased.dropped").increment();
        }
    }

    void asked(StartAnswer answer) {
        String word = answer.name().toLowerCase(Locale.ROOT);
        registry.counter("pulseline.pipelines.asked", "answer", word).increment();
    }

    /** A metric has ended. */
    void metric(String recordType, KeepOutcome outcome) {
        metric(recordType, outcome.name().toLowerCase(Locale.ROOT));
        countIfErased(outcome);
    }

    /** A metric has ended; {@code outcome} as for activities. */
    void metric(String recordType, String outcome) {
        registry.counter("pulseline.metrics.ended", "type", recordType, "outcome", outcome)
                .increment();
    }

    void metricsReceived(int count) {
        registry.counter("pulseline.metrics.received").increment(count);
    }

    /** Messages about connections have ended; {@code outcome} as for activities. */
    void connections(String outcome, int count) {
        registry.counter("pulseline.connections.ended", "outcome", outcome).increment(count);
    }

    /** Changes that ingest told have ended: new, told before, or dead letters. */
    void changes(String outcome, int count) {
        registry.counter("pulseline.audit.told", "outcome", outcome).increment(count);
    }

    void deadLettered() {
        registry.counter(ENDED, "outcome", "dead_letter").increment();
    }
}
