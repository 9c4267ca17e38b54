package io.pulseline.pipeline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.target.Heard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has ended, as its delivery remembers it. One whose sender was killed leaves none.
 *
 * @param number 1 for the first attempt
 * @param outcome ACCEPTED, LATER, REFUSED
 * @param reason null if it was accepted
 * @param status of HTTP; null if there was no answer, or none in HTTP
 * @param answer an excerpt of what the target said, without numbers and long words; null for
 *     nothing
 */
public record PastAttempt(
        int number,
        long endedEpochMillis,
        String outcome,
        @Nullable String reason,
        long durationMilliseconds,
        @Nullable Integer status,
        @Nullable String answer) {
    /** More than the schedule has; only requests of the user lead beyond. */
    static final int MOST = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The attempt that led to a state.
     *
     * @param next as the attempt alone decides it
     * @param heard what the target answered; null if it did not
     */
    static PastAttempt endedIn(
            DeliveryState next, @Nullable Heard heard, long durationMilliseconds, Instant now) {
        String outcome =
                switch (next) {
                    case DeliveryState.Delivered _ -> "ACCEPTED";
                    case DeliveryState.Refused _ -> "REFUSED";
                    case DeliveryState.Due _,
                            DeliveryState.Leased _,
                            DeliveryState.Exhausted _,
                            DeliveryState.Superseded _,
                            DeliveryState.Cancelled _,
                            DeliveryState.Skipped _ ->
                            "LATER";
                };
        return new PastAttempt(
                next.attempts(),
                now.toEpochMilli(),
                outcome,
                next.reason(),
                durationMilliseconds,
                heard == null ? null : heard.status(),
                heard == null || heard.excerpt().isEmpty() ? null : heard.excerpt());
    }

    /** As it is kept. */
    JsonNode json() {
        return JSON.valueToTree(this);
    }

    static List<PastAttempt> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the attempts of a delivery are not our JSON", e);
        }
    }
}
