package io.pulseline.normalizer.intake;

/**
 * Carries the reason of a refusal into the dead letter's headers. Has no stack trace: it is raised
 * for a document, not for a fault of the program.
 */
final class RefusedPayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPayloadException(String reason) {
        super(reason, null, false, false);
    }
}
