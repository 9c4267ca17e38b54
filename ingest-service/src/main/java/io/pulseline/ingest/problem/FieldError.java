package io.pulseline.ingest.problem;

/**
 * What is wrong with one field.
 *
 * @param field path from the top, for example {@code kinds[1]}
 * @param reason what it must be
 */
public record FieldError(String field, String reason) {}
