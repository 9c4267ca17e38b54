package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the activity log list.
 *
 * <p>Only the start is needed; whatever else is absent is null. A 0 is a value as Fitbit means it
 * (no metre climbed, no step taken), except for the average heart rate, where it means none.
 */
final class FitbitLog {
    static final String PART = "activity log";

    private final JsonNode log;
    private final FitbitUnits units;

    /**
     * @param log the entry
     * @param unitSystemAsked METRIC or en_US; null if not known
     */
    FitbitLog(JsonNode log, @Nullable String unitSystemAsked) {
        this.log = log;
        this.units = units(log, unitSystemAsked);
    }

    /** What the log itself says of its units outweighs what was asked for. */
    private static FitbitUnits units(JsonNode log, @Nullable String asked) {
        String unit = JsonParts.text(log, "distanceUnit");
        if (unit == null) {
            return FitbitUnits.of(asked);
        }
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "mile", "miles" -> FitbitUnits.UNITED_STATES;
            case "kilometer", "kilometers" -> FitbitUnits.METRIC;
            default ->
                    throw new UnmappableException(
                            PART
                                    + " has distanceUnit '"
                                    + unit
                                    + "'; known are Kilometer and Mile");
        };
    }

    /** Start with its offset; what Fitbit writes without one is resolved by the user's zones. */
    OffsetDateTime start(LocalTimes times) {
        String text = JsonParts.text(log, "startTime");
        OffsetDateTime start = text == null ? null : times.dateTime(text);
        if (start == null) {
            throw new UnmappableException(
                    PART + (text == null ? " has no startTime" : " has an unreadable startTime"));
        }
        return start;
    }

    @Nullable String id() {
        return JsonParts.text(log, "logId");
    }

    @Nullable String name() {
        return JsonParts.text(log, "activityName");
    }

    @Nullable String typeId() {
        return JsonParts.text(log, "activityTypeId");
    }

    String type() {
        return FitbitActivityTypes.of(FitbitJson.whole(log, "activityTypeId"), name());
    }

    @Nullable Long elapsedMilliseconds() {
        return FitbitJson.whole(log, "duration");
    }

    @Nullable Long activeMilliseconds() {
        return FitbitJson.whole(log, "activeDuration");
    }

    @Nullable Double energyKilocalories() {
        return FitbitJson.amount(log, "calories");
    }

    @Nullable Integer steps() {
        return FitbitJson.count(log, "steps");
    }

    @Nullable Double distanceMetres() {
        return units.metres(FitbitJson.amount(log, "distance"));
    }

    /** Feet and miles come together, metres and kilometres too. */
    @Nullable Double elevationGainMetres() {
        return units.heightMetres(FitbitJson.amount(log, "elevationGain"));
    }

    @Nullable Double averageHeartRate() {
        Double average = FitbitJson.amount(log, "averageHeartRate");
        return average == null || average < 1 || average > 300 ? null : average;
    }

    /** The zones, lowest first; null if there are none. */
    @Nullable List<HeartRateZone> zones() {
        return FitbitZones.of(log);
    }

    /** Who recorded it, as far as the log type tells; types of tomorrow read as null. */
    @Nullable String recordingMethod() {
        return switch (JsonParts.text(log, "logType")) {
            case "manual" -> RecordingMethod.MANUAL;
            case "auto_detected", "tracker", "mobile_run" -> RecordingMethod.SENSED;
            case null, default -> null;
        };
    }

    boolean hasSource() {
        return log.path("source").isObject();
    }

    @Nullable String deviceId() {
        return sourceIs("tracker") ? JsonParts.text(log.path("source"), "id") : null;
    }

    @Nullable String deviceName() {
        return sourceIs("tracker") ? JsonParts.text(log.path("source"), "name") : null;
    }

    @Nullable String application() {
        return sourceIs("app") ? JsonParts.text(log.path("source"), "name") : null;
    }

    private boolean sourceIs(String type) {
        return type.equals(JsonParts.text(log.path("source"), "type"));
    }
}
