package io.pulseline.contracts.wire;

/** The schema registry does not answer: a case for waiting, never for the dead-letter topic. */
public final class RegistryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
