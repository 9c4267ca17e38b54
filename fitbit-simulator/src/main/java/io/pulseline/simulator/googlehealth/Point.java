package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stored data point; its document is made only when it is shown.
 *
 * @param from the start of an interval, the moment of a sample, the start of a date
 * @param to the end of an interval, else the same
 * @param date of daily types, else null
 * @param id null for points that cannot be asked for by name
 * @param payload what stands under the type's key
 */
record Point(
        Instant from,
        Instant to,
        @Nullable LocalDate date,
        @Nullable String id,
        Source source,
        Supplier<ObjectNode> payload) {

    static Point sample(Instant at, Source source, Supplier<ObjectNode> payload) {
        return new Point(at, at, null, null, source, payload);
    }

    static Point interval(Instant from, Instant to, Source source, Supplier<ObjectNode> payload) {
        return new Point(from, to, null, null, source, payload);
    }
}
