package io.pulseline.pipeline.record;

/** A record that can be read but never kept; the message names the field, not its value. */
public final class InvalidRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRecordException(String message) {
        super(message);
    }
}
