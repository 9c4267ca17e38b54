package io.pulseline.normalizer.record;

/**
 * This payload can never become a record: a case for the dead-letter topic. The message is the
 * reason an operator reads; it names fields and limits, never a measurement.
 */
public final class UnmappableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a reason for the operator. */
    public UnmappableException(String reason) {
        super(reason);
    }

    /** With a reason for the operator, and what led to it. */
    public UnmappableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
