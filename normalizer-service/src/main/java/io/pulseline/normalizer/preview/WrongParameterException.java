package io.pulseline.normalizer.preview;

import jakarta.ws.rs.BadRequestException;

/** A parameter that is missing or cannot be taken. */
class WrongParameterException extends BadRequestException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * Names it.
     *
     * @param message a whole sentence that says the same for people
     */
    WrongParameterException(String field, String reason, String message) {
        super(message);
        this.field = field;
        this.reason = reason;
    }

    FieldError error() {
        return new FieldError(field, reason);
    }
}
