package io.pulseline.normalizer.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.normalizer.intake.Reading.Mapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * What the intake counts. For every process: {@code pulseline_normalizer_payloads_taken} = {@code
 * _published} + {@code _refused} + the one in hand of each lane. Alert when {@code _refused} grows
 * (somebody must look at the dead letters) or {@code _outages} keeps growing.
 */
@ApplicationScoped
class IntakeMetrics {
    private static final String PREFIX = "pulseline.normalizer.";

    private final MeterRegistry meters;

    IntakeMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A payload came from Kafka; a repeated one counts again. */
    void taken() {
        meters.counter(PREFIX + "payloads.taken").increment();
    }

    /** Kafka has acknowledged all records of a payload. */
    void published(Mapped mapped) {
        meters.counter(PREFIX + "payloads.published").increment();
        mapped.records()
                .forEach(record ->
                        meters.counter(PREFIX + "records.published", "topic", record.topic())
                                .increment());
        mapped.oddities()
                .forEach((oddity, times) ->
                        meters.counter(PREFIX + "oddities", "kind", word(oddity)).increment(times));
    }

    /** Kafka has acknowledged the dead letter of a payload. */
    void refused(Reading.Why why) {
        meters.counter(PREFIX + "payloads.refused", "why", word(why)).increment();
    }

    /** An attempt ended because registry or Kafka was away; the payload waits. */
    void outage() {
        meters.counter(PREFIX + "outages").increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
