package io.pulseline.normalizer.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.normalizer.record.Oddity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;

/**
 * What the intake counts. For every process: {@code pulseline_normalizer_payloads_taken} = {@code
 * _published} + {@code _refused} + the one in hand. Alert when {@code _refused} grows (somebody
 * must look at the dead letters) or {@code _outages} keeps growing.
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

    /** Kafka has acknowledged the record of a payload. */
    void published(Map<Oddity, Integer> oddities) {
        meters.counter(PREFIX + "payloads.published").increment();
        oddities.forEach((oddity, times) ->
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
