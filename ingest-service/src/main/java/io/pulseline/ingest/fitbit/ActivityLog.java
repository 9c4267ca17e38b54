package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.PartKind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The few fields of an activity log that decide what else to ask for.
 *
 * @param logId unsigned 64 bit, as its digits
 * @param start with the offset Fitbit gives it
 * @param duration wall time, pauses included
 * @param inProgress the tracker has not finished it; it will come again with other numbers
 */
record ActivityLog(
        String logId,
        OffsetDateTime start,
        Duration duration,
        boolean promisesHeartRate,
        boolean promisesTrack,
        boolean inProgress) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer ones are forgotten timers; their heart rate alone would be weeks. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Empty if id, start or duration is missing or makes no sense. */
    static Optional<ActivityLog> read(byte[] log) {
        try {
            JsonNode root = JSON.readTree(log);
            JsonNode id = root.path("logId");
            JsonNode duration = root.path("duration");
            String digits = id.asText();
            if (!digits.matches("\\d{1,20}") || !duration.canConvertToLong()) {
                return Optional.empty();
            }
            Duration length = Duration.ofMillis(duration.longValue());
            if (length.isNegative() || length.compareTo(LONGEST) > 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new ActivityLog(
                            digits,
                            OffsetDateTime.parse(root.path("startTime").asText()),
                            length,
                            isPresent(root, "heartRateLink"),
                            isPresent(root, "tcxLink"),
                            root.path("inProgress").asBoolean(false)));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isPresent(JsonNode root, String field) {
        return !root.path(field).asText("").isBlank();
    }

    Instant end() {
        return start.toInstant().plus(duration);
    }

    /** Parts to expect; what the user did not consent to is not promised to us. */
    List<String> promised(Set<String> granted) {
        List<String> promised = new ArrayList<>();
        if (promisesHeartRate && granted.contains("heartrate")) {
            promised.add(PartKind.HEART_RATE);
        }
        if (promisesTrack && granted.contains("location")) {
            promised.add(PartKind.TCX);
        }
        return promised;
    }
}
