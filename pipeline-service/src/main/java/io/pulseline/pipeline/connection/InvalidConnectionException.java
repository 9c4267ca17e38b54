package io.pulseline.pipeline.connection;

/** A message that can be read but never kept; it names the field, not its value. */
public final class InvalidConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidConnectionException(String message) {
        super(message);
    }
}
