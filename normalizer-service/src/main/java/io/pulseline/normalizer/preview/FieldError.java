package io.pulseline.normalizer.preview;

/**
 * What is wrong with one parameter.
 *
 * @param field name of the parameter
 * @param reason what it must be
 */
record FieldError(String field, String reason) {}
