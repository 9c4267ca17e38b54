package io.pulseline.pipeline.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target has an activity, or is being sent it.
 *
 * @param run that feeds it
 * @param footprint what of it would come back
 * @param remoteId under which the target keeps it; null if it told none, or none yet
 */
public record Fed(UUID target, UUID run, Footprint footprint, @Nullable String remoteId) {}
