package io.pulseline.simulator.fit;

import static io.pulseline.simulator.fit.NotAnActivityException.require;

import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data message.
 *
 * @param number FIT's global number of its kind
 * @param values stored whole numbers by field, not yet divided by their scale
 */
record FitMessage(int number, Map<Integer, Long> values) {
    static final int FILE_ID = 0;
    static final int SESSION = 18;
    static final int LAP = 19;
    static final int RECORD = 20;
    static final int ACTIVITY = 34;

    static final int TIMESTAMP = 253;

    /** 1989-12-31T00:00:00Z, from where FIT counts. */
    private static final Instant EPOCH = Instant.ofEpochSecond(631_065_600);

    /** Smaller times are counted by a device since it was switched on, and tell no instant. */
    private static final long FIRST_INSTANT = 0x1000_0000;

    /** Null where the message does not say. */
    @Nullable Long value(int field) {
        return values.get(field);
    }

    /**
     * Null where the message does not say.
     *
     * @throws NotAnActivityException if it is out of proportion
     */
    @Nullable Integer number(int field) throws NotAnActivityException {
        Long value = value(field);
        require(value == null || value == value.intValue(), Reason.MALFORMED);
        return value == null ? null : value.intValue();
    }

    /** The stored number in its unit; null where the message does not say. */
    @Nullable Double scaled(int field, double scale) {
        Long value = value(field);
        return value == null ? null : value / scale;
    }

    /** Null where the message does not say or has only a device's own count of seconds. */
    @Nullable Instant time(int field) {
        Long value = value(field);
        return value == null || value < FIRST_INSTANT ? null : EPOCH.plusSeconds(value);
    }

    boolean has(int field) {
        return values.containsKey(field);
    }
}
