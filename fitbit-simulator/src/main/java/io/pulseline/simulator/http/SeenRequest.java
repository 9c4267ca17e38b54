package io.pulseline.simulator.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to the Fitbit side and how it was answered.
 *
 * @param query as sent, null without one
 * @param status HTTP status, 0 when the connection was cut without an answer
 * @param at simulated time of arrival
 * @param user the user whose token came with it, null when there was none
 */
public record SeenRequest(
        String method,
        String path,
        @Nullable String query,
        int status,
        Instant at,
        @Nullable String user) {}
