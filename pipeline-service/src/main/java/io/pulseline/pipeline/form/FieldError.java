package io.pulseline.pipeline.form;

/**
 * What is wrong with one field.
 *
 * @param field path from the top, for example {@code targets[0].configuration.url}
 * @param reason what it must be
 */
public record FieldError(String field, String reason) {}
