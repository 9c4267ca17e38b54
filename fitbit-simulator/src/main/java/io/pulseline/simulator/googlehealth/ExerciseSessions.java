package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.Session;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Track;
import io.pulseline.simulator.truth.TrackPoint;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people do (fact sheet section 4.8). */
final class ExerciseSessions {
    private final PersonData person;
    private final SimulatedActivity activity;

    private ExerciseSessions(PersonData person, SimulatedActivity activity) {
        this.person = person;
        this.activity = activity;
    }

    static List<Point> in(PersonData person, Span span) {
        List<Point> points = new ArrayList<>();
        for (SimulatedActivity activity : person.activities()) {
            if (span.contains(activity.start())) {
                points.add(
                        new Point(
                                activity.start(),
                                activity.end(),
                                null,
                                Long.toString(activity.logId()),
                                source(person, activity),
                                () -> new ExerciseSessions(person, activity).document()));
            }
        }
        return points;
    }

    /** Whether its positions are shown. */
    static boolean hasRoute(SimulatedActivity activity) {
        return activity.plan().gps()
                && !activity.track().points().isEmpty()
                && !activity.has(Quirk.AUTO_DETECTED)
                && !activity.has(Quirk.MANUAL);
    }

    private static Source source(PersonData person, SimulatedActivity activity) {
        if (activity.has(Quirk.MANUAL)) {
            return Source.without(Source.MANUAL);
        }
        if (activity.has(Quirk.PHONE_RECORDED)) {
            return Source.phone("FITBIT");
        }
        String method = activity.has(Quirk.AUTO_DETECTED) ? Source.PASSIVE : Source.ACTIVE;
        return activity.has(Quirk.WITHOUT_SOURCE)
                ? Source.without(method)
                : Source.band(method, person.deviceName());
    }

    private ObjectNode document() {
        ObjectNode payload = Json.object();
        payload.set("interval", person.session(activity.start(), activity.end()));
        payload.put("exerciseType", type(activity.plan().kind()));
        payload.set("metricsSummary", metrics());
        ObjectNode metadata = payload.putObject("exerciseMetadata");
        if (hasRoute(activity) && !activity.has(Quirk.GPS_DENIED)) {
            metadata.put("hasGps", true);
        }
        payload.put("displayName", activity.name())
                .put("activeDuration", Encoding.duration(activity.active()));
        // Nobody pressed a button where the tracker noticed by itself.
        if (!activity.has(Quirk.AUTO_DETECTED) && !activity.has(Quirk.MANUAL)) {
            payload.set("exerciseEvents", events());
        }
        ArrayNode splits = splits();
        if (!splits.isEmpty()) {
            payload.set("splits", splits);
        }
        return payload.put("updateTime", activity.lastModified().toString())
                .put("createTime", activity.registeredAt().toString());
    }

    private ObjectNode metrics() {
        ObjectNode metrics = Json.object();
        Encoding.putDoubleAlways(metrics, "caloriesKcal", activity.energyKilocalories());
        double seconds = activity.active().toMillis() / 1000.0;
        Double metres = activity.distanceMetres();
        boolean hidesDistance =
                activity.has(Quirk.WITHOUT_DISTANCE) || activity.has(Quirk.AUTO_DETECTED);
        if (metres != null && metres > 0 && !hidesDistance) {
            putDistance(metrics, metres);
            Encoding.putDoubleAlways(metrics, "averagePaceSecondsPerMeter", seconds / metres);
            Encoding.putDoubleAlways(
                    metrics, "averageSpeedMillimetersPerSecond", metres * 1000 / seconds);
        }
        Integer steps = activity.steps();
        if (steps != null
                && !activity.has(Quirk.WITHOUT_STEPS)
                && !activity.has(Quirk.AUTO_DETECTED)) {
            Encoding.putInt64Always(metrics, "steps", steps);
        }
        if (hasRoute(activity) && !hidesDistance && !activity.has(Quirk.WITHOUT_ELEVATION)) {
            Encoding.putDoubleAlways(
                    metrics,
                    "elevationGainMillimeters",
                    (double) Math.round(activity.track().ascentMetres() * 1000));
        }
        if (!activity.heartRate().isEmpty()) {
            putHeart(metrics);
        }
        return metrics;
    }

    private void putDistance(ObjectNode metrics, double metres) {
        Encoding.putDoubleAlways(
                metrics,
                person.knobs().exerciseDistanceMisspelt()
                        ? "distanceMillimiters"
                        : "distanceMillimeters",
                (double) Math.round(metres * 1000));
    }

    private void putHeart(ObjectNode metrics) {
        ZoneMinutes minutes =
                ZoneMinutes.of(activity.heartRate(), person.user().body().maximumHeartRate());
        Encoding.putInt64Always(
                metrics, "averageHeartRateBeatsPerMinute", activity.averageHeartRate());
        if (!activity.has(Quirk.WITHOUT_ACTIVE_ZONE_MINUTES)) {
            Encoding.putInt64Always(metrics, "activeZoneMinutes", minutes.weighted());
        }
        if (!activity.has(Quirk.WITHOUT_ZONE_MINUTES)) {
            metrics.putObject("heartRateZoneDurations")
                    .put("lightTime", time(minutes, Zone.OUT_OF_RANGE))
                    .put("moderateTime", time(minutes, Zone.FAT_BURN))
                    .put("vigorousTime", time(minutes, Zone.CARDIO))
                    .put("peakTime", time(minutes, Zone.PEAK));
        }
    }

    private static String time(ZoneMinutes minutes, Zone zone) {
        return Encoding.duration(Duration.ofMinutes(minutes.in(zone)));
    }

    private ArrayNode events() {
        ArrayNode events = Json.array();
        addEvent(events, activity.start(), "START");
        Session.Pause pause = activity.recorded().pause();
        if (pause != null) {
            addEvent(events, pause.from(), "PAUSE");
            addEvent(events, pause.to(), "RESUME");
        }
        addEvent(events, activity.recorded().end(), "STOP");
        return events;
    }

    private void addEvent(ArrayNode events, Instant at, String type) {
        events.addObject()
                .put("eventTime", at.toString())
                .put("eventUtcOffset", Encoding.offset(person.zoneAt(at), at))
                .put("exerciseEventType", type);
    }

    /** One for each full kilometre; none for less. */
    private ArrayNode splits() {
        ArrayNode splits = Json.array();
        if (!hasRoute(activity)) {
            return splits;
        }
        List<List<TrackPoint>> laps = activity.track().laps();
        for (int index = 0; index + 1 < laps.size(); index++) {
            Instant from = laps.get(index).getFirst().at();
            Instant to = laps.get(index + 1).getFirst().at();
            double seconds =
                    activity.recorded().activeSecondsUntil(to)
                            - activity.recorded().activeSecondsUntil(from);
            ObjectNode split = person.session(from, to);
            split.remove(List.of("civilStartTime", "civilEndTime"));
            split.put(
                    "activeDuration",
                    Encoding.duration(Duration.ofMillis(Math.round(seconds * 1000))));
            ObjectNode metrics = split.putObject("metricsSummary");
            putDistance(metrics, Track.LAP_METRES);
            double beats =
                    activity.heartRate().stream()
                            .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                            .mapToInt(HeartRateSample::beatsPerMinute)
                            .average()
                            .orElse(0);
            if (beats > 0) {
                Encoding.putInt64Always(
                        metrics, "averageHeartRateBeatsPerMinute", Math.round(beats));
            }
            Encoding.putDoubleAlways(
                    metrics, "averagePaceSecondsPerMeter", seconds / Track.LAP_METRES);
            splits.add(split.put("splitType", "DISTANCE"));
        }
        return splits;
    }

    private static String type(ActivityKind kind) {
        return switch (kind) {
            case RUN -> "RUNNING";
            case WALK -> "WALKING";
            case BIKE -> "BIKING";
            case OUTDOOR_BIKE -> "OUTDOOR_BIKE";
            case TREADMILL -> "TREADMILL";
            case ELLIPTICAL -> "ELLIPTICAL";
            case SWIM -> "SWIMMING";
            case SPINNING -> "SPINNING";
            case WEIGHTS -> "WEIGHTS";
            case CIRCUIT_TRAINING -> "CIRCUIT_TRAINING";
            case WORKOUT -> "WORKOUT";
            case AEROBIC_WORKOUT -> "AEROBIC_WORKOUT";
            case SPORT -> "SPORT";
            case YOGA -> "YOGA";
        };
    }
}
