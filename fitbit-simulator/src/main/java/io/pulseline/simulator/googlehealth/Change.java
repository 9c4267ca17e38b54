package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber may want to hear.
 *
 * @param isDeletion else something was added or changed
 * @param span where; null where the whole type is meant
 */
record Change(DataType type, boolean isDeletion, @Nullable Span span) {
    static Change upsert(DataType type, Instant from, Instant to) {
        return new Change(type, false, new Span(from, to));
    }

    static Change deletion(DataType type, Instant from, Instant to) {
        return new Change(type, true, new Span(from, to));
    }
}
