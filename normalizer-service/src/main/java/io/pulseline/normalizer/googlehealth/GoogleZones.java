package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.normalizer.record.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Heart-rate zones by Google's names, lowest first (fact sheet 4.4, 4.5 and 4.8).
 *
 * <p>A record's upper limit is exclusive; Google's are the highest beat that still counts. So a
 * zone reaches to where the next one begins. The highest zone keeps its limit as told, because
 * Fitbit writes the same number there.
 */
final class GoogleZones {
    /** Lowest first, with the member of an exercise's summary that tells its time. */
    private static final Map<String, String> TIMES = new LinkedHashMap<>();

    static {
        TIMES.put("LIGHT", "lightTime");
        TIMES.put("MODERATE", "moderateTime");
        TIMES.put("VIGOROUS", "vigorousTime");
        TIMES.put("PEAK", "peakTime");
    }

    private GoogleZones() {}

    /** The zones of an exercise, minutes without limits; null if none has a time. */
    static @Nullable List<HeartRateZone> ofExercise(JsonNode durations) {
        List<HeartRateZone> zones = new ArrayList<>();
        TIMES.forEach((name, member) -> {
            Double minutes = minutes(durations, member);
            if (minutes != null) {
                zones.add(new HeartRateZone(name, null, null, minutes, null));
            }
        });
        return zones.isEmpty() ? null : zones;
    }

    /**
     * The zones of a date.
     *
     * @param limits value of daily-heart-rate-zones; may be missing
     * @param times value of time-in-heart-rate-zone, summed up; may be missing
     * @return null if neither tells a zone
     */
    static @Nullable List<HeartRateZone> ofDate(JsonNode limits, JsonNode times) {
        Map<String, HeartRateZone> byName = new LinkedHashMap<>();
        for (JsonNode zone : inOrder(limits.path("heartRateZones"))) {
            String name = GoogleJson.word(zone, "heartRateZoneType");
            if (name != null) {
                byName.put(
                        name,
                        new HeartRateZone(
                                name,
                                GoogleJson.count(zone, "minBeatsPerMinute"),
                                GoogleJson.count(zone, "maxBeatsPerMinute"),
                                null,
                                null));
            }
        }
        addMinutes(byName, times.path("timeInHeartRateZones"));
        List<HeartRateZone> zones = new ArrayList<>(byName.values());
        List<String> names = List.copyOf(TIMES.keySet());
        if (names.containsAll(byName.keySet())) {
            // Limits or times may lack a zone; by name it still has its place.
            zones.sort(Comparator.comparingInt(zone -> names.indexOf(zone.getName())));
        }
        closeUp(zones);
        return zones.isEmpty() ? null : zones;
    }

    private static List<JsonNode> inOrder(JsonNode array) {
        List<JsonNode> zones = new ArrayList<>();
        array.forEach(zones::add);
        zones.sort(
                Comparator.comparing(
                        (JsonNode zone) -> GoogleJson.count(zone, "minBeatsPerMinute"),
                        Comparator.nullsLast(Comparator.naturalOrder())));
        return zones;
    }

    private static void addMinutes(Map<String, HeartRateZone> byName, JsonNode times) {
        Map<String, Double> minutes = new LinkedHashMap<>();
        // Without limits the order of the names is all there is.
        TIMES.keySet().forEach(name -> minutes.put(name, Double.NaN));
        for (JsonNode time : times) {
            String name = GoogleJson.word(time, "heartRateZone");
            Double told = minutes(time, "duration");
            if (name != null && told != null) {
                minutes.put(name, told);
            }
        }
        minutes.forEach((name, told) -> {
            if (!told.isNaN()) {
                byName.computeIfAbsent(name, _ -> new HeartRateZone(name, null, null, null, null))
                        .setMinutes(told);
            }
        });
    }

    private static void closeUp(List<HeartRateZone> zones) {
        for (int next = 1; next < zones.size(); next++) {
            Integer lower = zones.get(next).getLowerBeatsPerMinute();
            if (lower != null) {
                zones.get(next - 1).setUpperBeatsPerMinute(lower);
            }
        }
    }

    private static @Nullable Double minutes(JsonNode object, String field) {
        Duration time = GoogleTimes.duration(object, field);
        return time == null || time.isNegative() ? null : Units.minutes(time);
    }
}
