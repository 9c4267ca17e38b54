package io.pulseline.pipeline.operator;

import org.jspecify.annotations.Nullable;

/**
 * How many dead letters a topic holds, those with a decision too.
 *
 * @param topic with {@code .dead-letter} at its end
 * @param records null where the topic is not there
 */
public record DeadLetterCount(String topic, @Nullable Long records) {}
