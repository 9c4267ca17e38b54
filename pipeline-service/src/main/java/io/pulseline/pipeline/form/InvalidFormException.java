package io.pulseline.pipeline.form;

import java.util.List;
import java.util.stream.Collectors;

/** What a user sent cannot be taken as it is; says why for each field. */
public final class InvalidFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidFormException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::field).collect(Collectors.joining(", ")));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
