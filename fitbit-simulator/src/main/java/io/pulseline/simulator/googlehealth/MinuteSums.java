package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is counted by the minute, summed up in windows (fact sheet section 4.4). Null where nothing
 * was worn.
 */
final class MinuteSums {

    private MinuteSums() {}

    static @Nullable ObjectNode stepsSum(PersonData person, Span window) {
        return sum(person, window, "countSum", minute -> minute.felt().steps());
    }

    static @Nullable ObjectNode distanceSum(PersonData person, Span window) {
        return sum(
                person,
                window,
                "millimetersSum",
                minute -> MinuteWorth.millimetres(person, minute));
    }

    static @Nullable ObjectNode floorsSum(PersonData person, Span window) {
        return person.user().device().hasAltimeter()
                ? sum(person, window, "countSum", minute -> minute.felt().floors())
                : null;
    }

    static @Nullable ObjectNode altitudeSum(PersonData person, Span window) {
        return person.user().device().hasAltimeter()
                ? sum(person, window, "gainMillimetersSum", MinuteWorth::climbedMillimetres)
                : null;
    }

    static @Nullable ObjectNode activeEnergySum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        double sum =
                minutes.stream()
                        .mapToDouble(minute -> MinuteWorth.activeKilocalories(person, minute))
                        .sum();
        return minutes.isEmpty() ? null : kilocalories(person, sum);
    }

    /** All energy of the minutes told, those off the wrist at rest. */
    static @Nullable ObjectNode totalCalories(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        if (minutes.isEmpty() || person.life() == null) {
            return null;
        }
        Instant told = person.life().lastSync(person.now());
        Instant begin = person.everything().from();
        Instant from = window.from().isBefore(begin) ? begin : window.from();
        Instant to = window.to().isBefore(told) ? window.to() : told;
        long elapsed = Math.max(minutes.size(), Duration.between(from, to).toMinutes());
        long extra =
                minutes.stream()
                        .mapToLong(one -> (long) one.felt().tenthsOfMet() - MinuteWorth.REST)
                        .sum();
        return kilocalories(
                person, (elapsed * MinuteWorth.REST + extra) * MinuteWorth.perTenth(person));
    }

    static @Nullable ObjectNode activeMinutesSum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        Map<LifeDay.Effort, Integer> counts = new EnumMap<>(LifeDay.Effort.class);
        minutes.forEach(minute -> counts.merge(minute.felt().effort(), 1, Integer::sum));
        ObjectNode value = Json.object();
        ArrayNode levels = Json.array();
        counts.forEach((effort, count) -> {
            String level = MinuteWorth.level(effort);
            if (level != null) {
                levels.addObject()
                        .put("activityLevel", level)
                        .put("activeMinutesSum", count.toString());
            }
        });
        if (!levels.isEmpty()) {
            value.set("activeMinutesRollupByActivityLevel", levels);
        }
        return minutes.isEmpty() ? null : value;
    }

    static @Nullable ObjectNode activeZoneMinutesSum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        if (minutes.isEmpty()) {
            return null;
        }
        ZoneMinutes zones = zones(minutes);
        ObjectNode value = Json.object();
        put(person, value, "sumInFatBurnHeartZone", zones.weighted(Zone.FAT_BURN));
        put(person, value, "sumInCardioHeartZone", zones.weighted(Zone.CARDIO));
        put(person, value, "sumInPeakHeartZone", zones.weighted(Zone.PEAK));
        return value;
    }

    static @Nullable ObjectNode sedentarySum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        long still =
                minutes.stream()
                        .filter(minute -> minute.felt().effort() == LifeDay.Effort.STILL)
                        .count();
        return minutes.isEmpty()
                ? null
                : Json.object().put("durationSum", Encoding.duration(Duration.ofMinutes(still)));
    }

    static @Nullable ObjectNode timeInZoneSum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        if (minutes.isEmpty()) {
            return null;
        }
        ZoneMinutes zones = zones(minutes);
        ObjectNode value = Json.object();
        ArrayNode times = value.putArray("timeInHeartRateZones");
        for (Zone zone : Zone.values()) {
            times.addObject()
                    .put("heartRateZone", ZoneWords.of(zone))
                    .put("duration", Encoding.duration(Duration.ofMinutes(zones.in(zone))));
        }
        return value;
    }

    static @Nullable ObjectNode caloriesInZoneSum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        if (minutes.isEmpty()) {
            return null;
        }
        ZoneMinutes zones = zones(minutes);
        ObjectNode value = Json.object();
        ArrayNode calories = value.putArray("caloriesInHeartRateZones");
        for (Zone zone : Zone.values()) {
            ObjectNode one = calories.addObject().put("heartRateZone", ZoneWords.of(zone));
            Encoding.putDouble(one, "kcal", zones.energyKilocalories(zone));
        }
        return value;
    }

    private static @Nullable ObjectNode sum(
            PersonData person, Span window, String field, ToLongFunction<WornMinute> value) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        if (minutes.isEmpty()) {
            return null;
        }
        ObjectNode document = Json.object();
        put(person, document, field, minutes.stream().mapToLong(value).sum());
        return document;
    }

    private static void put(PersonData person, ObjectNode value, String field, long sum) {
        if (person.knobs().printedZeroRollUps()) {
            Encoding.putInt64Always(value, field, sum);
        } else {
            Encoding.putInt64(value, field, sum);
        }
    }

    private static ObjectNode kilocalories(PersonData person, double sum) {
        ObjectNode value = Json.object();
        if (person.knobs().printedZeroRollUps()) {
            Encoding.putDoubleAlways(value, "kcalSum", sum);
        } else {
            Encoding.putDouble(value, "kcalSum", sum);
        }
        return value;
    }

    private static ZoneMinutes zones(List<WornMinute> minutes) {
        Map<Zone, Integer> counts = new EnumMap<>(Zone.class);
        for (WornMinute minute : minutes) {
            Zone zone = minute.zone();
            if (zone != null) {
                counts.merge(zone, 1, Integer::sum);
            }
        }
        return new ZoneMinutes(counts);
    }
}
