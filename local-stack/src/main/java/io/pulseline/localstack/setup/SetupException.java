package io.pulseline.localstack.setup;

import org.jspecify.annotations.Nullable;

/** Something that must exist before the services start could not be made. */
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }

    SetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
