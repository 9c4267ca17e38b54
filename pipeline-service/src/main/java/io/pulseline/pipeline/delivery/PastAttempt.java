package io.pulseline.pipeline.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has ended, as its delivery remembers it. One whose sender was killed leaves none.
 *
 * @param number 1 for the first attempt
 * @param outcome ACCEPTED, LATER, REFUSED
 * @param reason null if it was accepted
 */
public record PastAttempt(
        int number,
        long endedEpochMillis,
        String outcome,
        @Nullable String reason,
        long durationMilliseconds) {
    /** More than the schedule has; only requests of the user lead beyond. */
    private static final int MOST = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The attempt that led to a state.
     *
     * @param next as the attempt alone decides it
     */
    static PastAttempt endedIn(DeliveryState next, long durationMilliseconds, Instant now) {
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
                next.attempts(), now.toEpochMilli(), outcome, next.reason(), durationMilliseconds);
    }

    /** These and one more, without the oldest where they are too many. */
    static List<PastAttempt> with(List<PastAttempt> past, PastAttempt latest) {
        List<PastAttempt> all = new ArrayList<>(past);
        all.add(latest);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    static String write(List<PastAttempt> past) {
        try {
            return JSON.writeValueAsString(past);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    static List<PastAttempt> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the attempts of a delivery are not our JSON", e);
        }
    }
}
