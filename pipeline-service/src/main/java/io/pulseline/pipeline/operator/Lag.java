package io.pulseline.pipeline.operator;

/**
 * How far a consumer is behind.
 *
 * @param group of consumers
 * @param records that are in the topic and not done yet
 */
public record Lag(String group, String topic, long records) {}
