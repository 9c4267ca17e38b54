package io.pulseline.simulator.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of a target, verified or not.
 *
 * @param webhookId null when the header was missing
 * @param type the body's type, null when there is none
 * @param body null when it is not JSON
 * @param problem why it is not verified; null when it is
 * @param receivedAt simulated time
 * @param status what it was answered with
 */
public record ReceivedMessage(
        @Nullable String webhookId,
        @Nullable String timestamp,
        @Nullable String type,
        @Nullable JsonNode body,
        boolean verified,
        @Nullable String problem,
        Instant receivedAt,
        int status) {}
