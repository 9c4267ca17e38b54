package io.pulseline.localstack.demo;

import java.time.Duration;

/**
 * What arrived at a target, compared with the truth.
 *
 * @param target its kind, as in configurations
 * @param what the run or the night
 * @param has what it has of it, in words
 * @param after of the run: since the provider's notification; of the night: since the last of its
 *     records was on its topic
 */
record TargetLine(String target, String what, String has, Duration after) {}
