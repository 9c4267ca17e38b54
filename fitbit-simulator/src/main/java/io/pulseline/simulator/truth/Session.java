package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of exercise.
 *
 * @param pause the one break inside it, null if there was none
 */
public record Session(ActivityKind kind, Instant start, Instant end, @Nullable Pause pause) {
    public Session {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a session from " + start + " ends at " + end);
        }
    }

    /** A break, end exclusive. */
    public record Pause(Instant from, Instant to) {}

    /** A session that pauses once, a little before its middle; a zero pause means none. */
    static Session of(ActivityKind kind, Instant start, Instant end, Duration pause) {
        Duration length = Duration.between(start, end);
        if (pause.isZero()) {
            return new Session(kind, start, end, null);
        }
        if (pause.compareTo(length) >= 0) {
            throw new IllegalArgumentException(
                    "a pause of " + pause + " does not fit into " + length);
        }
        Duration before = Duration.ofSeconds(length.minus(pause).toSeconds() * 45 / 100);
        Instant from = start.plus(before);
        return new Session(kind, start, end, new Pause(from, from.plus(pause)));
    }

    /** Wall time, pause included. */
    public Duration elapsed() {
        return Duration.between(start, end);
    }

    /** Time without the pause. */
    public Duration active() {
        return pause == null
                ? elapsed()
                : elapsed().minus(Duration.between(pause.from(), pause.to()));
    }

    boolean isPausedAt(Instant at) {
        return pause != null && !at.isBefore(pause.from()) && at.isBefore(pause.to());
    }

    /** The end of the pause when paused at that moment, else the moment itself. */
    Instant resumedAt(Instant at) {
        return pause != null && isPausedAt(at) ? pause.to() : at;
    }

    /** Seconds of exercise done until that moment. */
    public double activeSecondsUntil(Instant at) {
        double elapsed = Duration.between(start, at).toMillis() / 1000.0;
        if (pause == null || at.isBefore(pause.from())) {
            return elapsed;
        }
        Instant counted = at.isBefore(pause.to()) ? at : pause.to();
        return elapsed - Duration.between(pause.from(), counted).toMillis() / 1000.0;
    }
}
