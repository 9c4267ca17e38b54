package io.pulseline.pipeline.intake;

/** A message that can be decoded and that can never be kept; the message says what is wrong. */
final class InvalidMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidMessageException(String message) {
        super(message);
    }
}
