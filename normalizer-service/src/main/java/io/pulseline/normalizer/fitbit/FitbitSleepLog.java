package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of the sleep log. Start and length are needed; whatever else is absent is null. */
final class FitbitSleepLog {
    static final String PART = "sleep log";

    private final JsonNode log;

    /**
     * @throws UnmappableException if Fitbit has not finished it
     */
    FitbitSleepLog(JsonNode log) {
        if (isPending(log)) {
            throw new UnmappableException(PART + " is pending: Fitbit is still working on it");
        }
        this.log = log;
    }

    /** Whether Fitbit answered that it is still working on it. */
    static boolean isPending(JsonNode document) {
        return "pending".equals(JsonParts.text(document.path("meta"), "state"));
    }

    /**
     * When the sleep began.
     *
     * @param placedByRule whether the clocks showed that time twice, or skipped it
     */
    record Start(OffsetDateTime at, boolean placedByRule) {}

    /**
     * The start by the zone of its date. Of two instants that the clocks showed alike, the one is
     * taken that leads to the end the log tells; the first, if neither does.
     */
    Start start(LocalTimes times) {
        LocalDateTime local = localStart();
        LocalTimes.Sequence sequence = times.inOrder();
        OffsetDateTime start = sequence.next(local);
        LocalDateTime end = FitbitTimes.local(JsonParts.text(log, "endTime"));
        if (sequence.lastWasPlacedByRule() && end != null && !endsAt(start, end, times)) {
            OffsetDateTime later = times.later(start);
            start = endsAt(later, end, times) ? later : start;
        }
        return new Start(start, sequence.lastWasPlacedByRule());
    }

    private boolean endsAt(OffsetDateTime start, LocalDateTime end, LocalTimes times) {
        Instant instant = start.toInstant().plus(duration());
        return instant.atOffset(times.offsetAt(start, instant)).toLocalDateTime().equals(end);
    }

    private LocalDateTime localStart() {
        String text = JsonParts.text(log, "startTime");
        if (text == null) {
            text = FitbitJson.dateTime(log.path("levels").path("data").path(0));
        }
        LocalDateTime start = FitbitTimes.local(text);
        if (start == null) {
            throw new UnmappableException(
                    PART + (text == null ? " has no startTime" : " has an unreadable startTime"));
        }
        return start;
    }

    /** Time in bed. */
    Duration duration() {
        Long millis = FitbitJson.whole(log, "duration");
        if (millis != null) {
            return Duration.ofMillis(millis);
        }
        Long minutes = FitbitJson.whole(log, "timeInBed");
        if (minutes != null) {
            return Duration.ofMinutes(minutes);
        }
        throw new UnmappableException(PART + " has neither duration nor timeInBed");
    }

    /** The segments and what they add up to. */
    FitbitSleepLevels levels(
            OffsetDateTime start, Duration duration, LocalTimes times, Oddities oddities) {
        return FitbitSleepLevels.of(log.path("levels"), start, duration, times, oddities);
    }

    @Nullable String id() {
        return JsonParts.text(log, "logId");
    }

    /** The date on which it ended, as Fitbit counts it; where it does not say, by the clock. */
    String localDate(OffsetDateTime end) {
        String date = JsonParts.text(log, "dateOfSleep");
        return date == null ? end.toLocalDate().toString() : date;
    }

    @Nullable Integer minutes(String field) {
        return FitbitJson.count(log, field);
    }

    @Nullable Double efficiencyPercent() {
        return FitbitJson.amount(log, "efficiency");
    }

    @Nullable Boolean mainSleep() {
        JsonNode main = log.path("isMainSleep");
        return main.isBoolean() ? Boolean.valueOf(main.booleanValue()) : null;
    }

    /** Fitbit's types are ours in capitals; types of tomorrow pass through. */
    @Nullable String scoring() {
        String type = JsonParts.text(log, "type");
        return type == null ? null : type.toUpperCase(Locale.ROOT);
    }

    String recordingMethod() {
        return "manual".equals(JsonParts.text(log, "logType"))
                ? RecordingMethod.MANUAL
                : RecordingMethod.SENSED;
    }
}
