package io.pulseline.pipeline.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery leaves behind, by which it is known again if it comes back as another record.
 *
 * @param user whose it is
 * @param place where it goes; equal for all targets of the user that lead there
 * @param startedAt start of the activity
 * @param endedAt its end, never before its start; null if its duration is not known
 */
public record Footprint(UUID user, UUID place, Instant startedAt, @Nullable Instant endedAt) {}
