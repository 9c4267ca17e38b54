package io.pulseline.localstack.demo;

/** A step of the demo did not come true; the message says what was expected and what was seen. */
final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFailedException(String message) {
        super(message);
    }

    StepFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
