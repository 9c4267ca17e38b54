package io.pulseline.normalizer.record;

/**
 * One kind of answer that a person may hand in whole.
 *
 * @param part kind of the part that it becomes, see {@code OpenSets.PartKind}
 * @param endpoint method and path of the provider's endpoint
 * @param needsDate whether it does not say its date itself
 */
public record AnswerShape(String part, String endpoint, boolean needsDate) {}
