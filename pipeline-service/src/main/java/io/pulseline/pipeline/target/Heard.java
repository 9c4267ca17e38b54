package io.pulseline.pipeline.target;

/**
 * What a target answered, as far as it may be kept.
 *
 * @param status of HTTP
 * @param excerpt of what it said, for people: short, without digits and long words, so that neither
 *     a health value nor a secret is left in it; empty if it said nothing
 */
public record Heard(int status, String excerpt) {}
