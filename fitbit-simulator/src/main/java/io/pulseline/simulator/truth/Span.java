package io.pulseline.simulator.truth;

import java.time.Instant;

/** A stretch of time; the end does not belong to it. */
public record Span(Instant from, Instant to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    /** Whether the moment lies in it. */
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
