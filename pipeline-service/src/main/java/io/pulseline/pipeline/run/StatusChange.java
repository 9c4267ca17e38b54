package io.pulseline.pipeline.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A status that a run takes from its deliveries.
 *
 * @param run locked
 * @param reason null if there is nothing to say
 */
record StatusChange(UUID run, RunStatus status, @Nullable String reason) {}
