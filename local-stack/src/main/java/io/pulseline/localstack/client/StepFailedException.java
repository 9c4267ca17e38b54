package io.pulseline.localstack.client;

/**
 * A step of the demo or the play did not come true; the message says what was expected and what was
 * seen.
 */
public final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StepFailedException(String message) {
        super(message);
    }

    public StepFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
