package io.pulseline.contracts.wire;

/** These bytes can never be read as the record asked for: a case for the dead-letter topic. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecodableException(String message, Throwable cause) {
        super(message, cause);
    }

    UndecodableException(String message) {
        super(message);
    }
}
