package io.pulseline.pipeline.run;

import org.jspecify.annotations.Nullable;

/**
 * A status that a run takes from its deliveries.
 *
 * @param row locked, and unchanged in its session
 * @param reason null if there is nothing to say
 */
record StatusChange(RunRow row, RunStatus status, @Nullable String reason) {}
