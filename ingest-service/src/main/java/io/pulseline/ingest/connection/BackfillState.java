package io.pulseline.ingest.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of history is.
 *
 * @param state open set: RUNNING, STOPPED, DONE, FAILED
 * @param firstLocalDate oldest date asked for
 * @param lastLocalDate newest date asked for
 * @param done kinds x dates that are read
 * @param total kinds x dates asked for
 * @param requestsSpent on it so far
 * @param estimatedEnd under the quota; null if not known or not running
 */
public record BackfillState(
        String state,
        LocalDate firstLocalDate,
        LocalDate lastLocalDate,
        int done,
        int total,
        int requestsSpent,
        @Nullable Instant estimatedEnd) {}
