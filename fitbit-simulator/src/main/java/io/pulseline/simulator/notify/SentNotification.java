package io.pulseline.simulator.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to tell the application.
 *
 * @param body as sent
 * @param attempt 1 for the first
 * @param at simulated time
 * @param status null when there was no answer within 5 seconds
 */
public record SentNotification(
        String body,
        SignatureKind signature,
        int attempt,
        Instant at,
        @Nullable Integer status,
        long durationMilliseconds) {}
