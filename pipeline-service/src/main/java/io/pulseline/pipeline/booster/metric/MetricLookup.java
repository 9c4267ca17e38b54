package io.pulseline.pipeline.booster.metric;

import java.time.LocalDate;

/**
 * Something a booster for metrics wants to know of the user's kept records. Equal ones are looked
 * up once.
 */
public sealed interface MetricLookup {

    /**
     * All metrics of one record type with these local dates, without the one at hand.
     *
     * @param recordType a word of {@link io.pulseline.contracts.OpenSets.RecordType}
     * @param first local date of the user, inclusive
     * @param last inclusive
     */
    record Days(String recordType, LocalDate first, LocalDate last) implements MetricLookup {
        public Days {
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("it ends before it begins");
            }
        }
    }

    /** The hours of heart rate of one local date of the user: 23 to 25 if all have come. */
    record HeartRateHours(LocalDate date) implements MetricLookup {}

    /** Up to when the user's devices have told: the largest end of coverage of heart rate. */
    record LastTold() implements MetricLookup {}
}
