package io.pulseline.pipeline.upload;

/** Somebody whom we need does not answer now; the same file may be sent again. */
final class AwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwayException(String message, Throwable cause) {
        super(message, cause);
    }

    AwayException(String message) {
        super(message);
    }
}
