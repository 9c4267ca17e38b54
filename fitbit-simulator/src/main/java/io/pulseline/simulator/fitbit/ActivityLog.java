package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.ZonedDateTime;
import java.util.List;

/** One entry of the activity log list (fact sheet section 4.1). */
final class ActivityLog {
    /** What a log that the tracker began by itself lacks. */
    private static final List<String> NOT_DETECTED =
            List.of("distance", "distanceUnit", "speed", "pace", "steps", "source", "hasGps");

    private final String baseUrl;
    private final Caller caller;
    private final SimulatedActivity activity;
    private final Units units;
    private final ZoneMinutes minutes;

    private ActivityLog(String baseUrl, Caller caller, SimulatedActivity activity, Units units) {
        this.baseUrl = baseUrl;
        this.caller = caller;
        this.activity = activity;
        this.units = units;
        this.minutes =
                ZoneMinutes.of(activity.heartRate(), caller.user().body().maximumHeartRate());
    }

    /** The document; heart-rate fields only for callers with that scope. */
    static ObjectNode document(
            String baseUrl, Caller caller, SimulatedActivity activity, Units units) {
        ActivityLog log = new ActivityLog(baseUrl, caller, activity, units);
        ObjectNode document = log.core();
        log.addDistance(document);
        if (caller.may(Scope.HEARTRATE) && !activity.heartRate().isEmpty()) {
            log.addHeartRate(document);
        }
        log.addSource(document);
        activity.plan().quirks().forEach(quirk -> document.remove(hidden(quirk)));
        return document;
    }

    private ObjectNode core() {
        ObjectNode document =
                Json.object()
                        .put("activeDuration", activity.active().toMillis())
                        .put("activityName", activity.name())
                        .put("activityTypeId", TypeIds.of(activity))
                        .put("calories", activity.energyKilocalories())
                        .put("caloriesLink", caloriesLink())
                        .put("duration", activity.elapsed().toMillis())
                        .put("hasActiveZoneMinutes", !activity.heartRate().isEmpty())
                        .put("lastModified", LocalTimes.utc(activity.lastModified()))
                        .put("logId", activity.logId())
                        .put("logType", logType())
                        .put("originalDuration", activity.recorded().elapsed().toMillis())
                        .put("originalStartTime", localStart())
                        .put("startTime", localStart());
        if (activity.steps() != null) {
            document.put("steps", activity.steps());
        }
        document.put(
                "tcxLink", "%s/1/user/-/activities/%d.tcx".formatted(baseUrl, activity.logId()));
        document.set("activityLevel", activityLevel());
        document.putObject("manualValuesSpecified")
                .put("calories", false)
                .put("distance", activity.has(Quirk.MANUAL))
                .put("steps", false);
        return document;
    }

    private void addDistance(ObjectNode document) {
        if (activity.plan().gps()) {
            document.put("hasGps", !activity.has(Quirk.GPS_DENIED));
        }
        Double metres = activity.distanceMetres();
        if (metres == null) {
            return;
        }
        double distance = units.distance(metres);
        double activeSeconds = activity.active().toMillis() / 1000.0;
        document.put("distance", distance)
                .put("distanceUnit", units.distanceUnit())
                .put("speed", distance / (activeSeconds / 3600))
                .put("elevationGain", units.elevation(activity.track().ascentMetres()));
        if (TypeIds.hasPace(activity.plan().kind()) && distance > 0) {
            document.put("pace", activeSeconds / distance);
        }
    }

    private void addHeartRate(ObjectNode document) {
        int maximum = caller.user().body().maximumHeartRate();
        boolean withMinutes = !activity.has(Quirk.WITHOUT_ZONE_MINUTES);
        document.put("averageHeartRate", activity.averageHeartRate());
        document.put("heartRateLink", heartRateLink());
        document.set("heartRateZones", ZoneDocuments.zones(minutes, maximum, withMinutes));
        document.set("activeZoneMinutes", ZoneDocuments.activeZoneMinutes(minutes));
    }

    private void addSource(ObjectNode document) {
        ObjectNode source = document.putObject("source");
        if (activity.has(Quirk.PHONE_RECORDED)) {
            source.put("id", "228TSL").put("name", "Fitbit for iPhone").put("type", "app");
        } else if (activity.has(Quirk.MANUAL)) {
            source.put("id", "22997K").put("name", "Fitbit + Strava").put("type", "app");
        } else {
            source.put("id", caller.user().device().id())
                    .put("name", caller.user().device().name())
                    .put("type", "tracker");
            ArrayNode features = source.putArray("trackerFeatures");
            List.of("CALORIES", "DISTANCE", "GPS", "HEARTRATE", "PACE", "STEPS")
                    .forEach(features::add);
        }
        source.put("url", "https://www.fitbit.com/");
    }

    private String logType() {
        if (activity.plan().logType() != null) {
            return activity.plan().logType();
        }
        if (activity.has(Quirk.AUTO_DETECTED)) {
            return "auto_detected";
        }
        if (activity.has(Quirk.MANUAL)) {
            return "manual";
        }
        return activity.has(Quirk.PHONE_RECORDED) ? "mobile_run" : "tracker";
    }

    private ArrayNode activityLevel() {
        int active = (int) activity.active().toMinutes();
        int pausing = (int) activity.elapsed().minus(activity.active()).toMinutes();
        ArrayNode levels = Json.array();
        levels.addObject().put("minutes", pausing).put("name", "sedentary");
        levels.addObject().put("minutes", Math.min(active, 1)).put("name", "lightly");
        levels.addObject().put("minutes", 0).put("name", "fairly");
        levels.addObject().put("minutes", Math.max(0, active - 1)).put("name", "very");
        return levels;
    }

    private String localStart() {
        return LocalTimes.WITH_OFFSET.format(activity.localStart());
    }

    private String heartRateLink() {
        ZonedDateTime start = activity.localStart();
        ZonedDateTime end = activity.localEnd();
        return "%s/1/user/-/activities/heart/date/%s/%s/1sec/time/%s/%s.json"
                .formatted(
                        baseUrl,
                        start.toLocalDate(),
                        end.toLocalDate(),
                        LocalTimes.TIME.format(start),
                        LocalTimes.TIME.format(end));
    }

    private String caloriesLink() {
        ZonedDateTime start = activity.localStart();
        ZonedDateTime end = activity.localEnd();
        return "%s/1/user/-/activities/calories/date/%s/%s/1min/time/%s/%s.json"
                .formatted(
                        baseUrl,
                        start.toLocalDate(),
                        end.toLocalDate(),
                        LocalTimes.UNPADDED_TIME.format(start),
                        LocalTimes.UNPADDED_TIME.format(end));
    }

    private static List<String> hidden(Quirk quirk) {
        return switch (quirk) {
            case WITHOUT_DISTANCE -> List.of("distance", "distanceUnit", "speed", "pace");
            case WITHOUT_SOURCE -> List.of("source");
            case WITHOUT_STEPS -> List.of("steps");
            case WITHOUT_HEART_RATE ->
                    List.of(
                            "averageHeartRate",
                            "heartRateZones",
                            "heartRateLink",
                            "activeZoneMinutes");
            case MANUAL -> List.of("tcxLink", "hasGps", "hasActiveZoneMinutes");
            case WITHOUT_ACTIVE_ZONE_MINUTES ->
                    List.of("activeZoneMinutes", "hasActiveZoneMinutes");
            case WITHOUT_TCX_LINK -> List.of("tcxLink");
            case WITHOUT_HEART_RATE_LINK -> List.of("heartRateLink");
            case WITHOUT_CALORIES_LINK -> List.of("caloriesLink");
            case WITHOUT_NAME -> List.of("activityName");
            case WITHOUT_ELEVATION -> List.of("elevationGain");
            case AUTO_DETECTED -> NOT_DETECTED;
            case WITHOUT_LOG,
                    WITHOUT_ZONE_MINUTES,
                    PHONE_RECORDED,
                    GPS_DENIED,
                    TCX_WITHOUT_LAP,
                    TCX_POINTS_WITHOUT_POSITION,
                    TCX_POINTS_WITHOUT_HEART_RATE,
                    TCX_DISTANCE_RESET,
                    TCX_BROKEN,
                    HEART_RATE_GAP,
                    HEART_RATE_ENDS_EARLY ->
                    List.of();
        };
    }
}
