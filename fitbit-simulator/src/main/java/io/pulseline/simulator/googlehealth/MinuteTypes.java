package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.DaySums;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Zone;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is counted by the minute (fact sheet section 4.4): as points, and summed up in windows. */
final class MinuteTypes {
    private static final double TENTHS_OF_MET_IN_A_DAY = 14_400;
    private static final int REST = 10;
    private static final double PHONE_SHARE = 0.9;
    private static final int PHONE_FROM_STEPS = 40;

    private MinuteTypes() {}

    // ---- points

    static List<Point> steps(PersonData person, Span span) {
        List<Point> points = counted(person, span, "count", minute -> minute.felt().steps());
        if (person.knobs().phoneCountsStepsToo()) {
            points.addAll(phoneSteps(person, span));
        }
        return points;
    }

    static List<Point> distance(PersonData person, Span span) {
        return counted(person, span, "millimeters", minute -> millimetres(person, minute));
    }

    static List<Point> floors(PersonData person, Span span) {
        return person.user().device().hasAltimeter()
                ? counted(person, span, "count", minute -> minute.felt().floors())
                : List.of();
    }

    static List<Point> altitude(PersonData person, Span span) {
        return person.user().device().hasAltimeter()
                ? counted(person, span, "gainMillimeters", MinuteTypes::climbedMillimetres)
                : List.of();
    }

    static List<Point> activeEnergy(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (WornMinute minute : WornMinute.in(person, span)) {
            double kilocalories = activeKilocalories(person, minute);
            if (kilocalories > 0) {
                points.add(
                        point(
                                person,
                                minute,
                                source,
                                payload -> Encoding.putDouble(payload, "kcal", kilocalories)));
            }
        }
        return points;
    }

    static List<Point> activeMinutes(PersonData person, Span span) {
        Source source = Source.without(Source.DERIVED);
        List<Point> points = new ArrayList<>();
        for (WornMinute minute : WornMinute.in(person, span)) {
            String level = level(minute.felt().effort());
            if (level != null) {
                points.add(
                        point(
                                person,
                                minute,
                                source,
                                payload ->
                                        payload.putArray("activeMinutesByActivityLevel")
                                                .addObject()
                                                .put("activityLevel", level)
                                                .put("activeMinutes", "1")));
            }
        }
        return points;
    }

    static List<Point> activeZoneMinutes(PersonData person, Span span) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (WornMinute minute : WornMinute.in(person, span)) {
            Zone zone = minute.zone();
            if (zone != null && zone.minuteWeight() > 0) {
                points.add(
                        point(
                                person,
                                minute,
                                source,
                                payload ->
                                        payload.put("heartRateZone", zone.name())
                                                .put(
                                                        "activeZoneMinutes",
                                                        "" + zone.minuteWeight())));
            }
        }
        return points;
    }

    static List<Point> sedentaryPeriods(PersonData person, Span span) {
        return runs(
                person,
                span,
                minute -> minute.felt().effort() == LifeDay.Effort.STILL ? "" : null,
                null);
    }

    static List<Point> timesInZone(PersonData person, Span span) {
        return runs(
                person,
                span,
                minute -> minute.zone() == null ? null : ZoneWords.of(minute.zone()),
                "heartRateZoneType");
    }

    static List<Point> activityLevels(PersonData person, Span span) {
        return runs(
                person,
                span,
                minute ->
                        switch (minute.felt().effort()) {
                            case IN_BED, STILL -> "SEDENTARY";
                            case LIGHT -> "LIGHTLY_ACTIVE";
                            case FAIR -> "MODERATELY_ACTIVE";
                            case VERY -> "VERY_ACTIVE";
                        },
                "activityLevelType");
    }

    // ---- windows; null where nothing was worn

    static @Nullable ObjectNode stepsSum(PersonData person, Span window) {
        return sum(person, window, "countSum", minute -> minute.felt().steps());
    }

    static @Nullable ObjectNode distanceSum(PersonData person, Span window) {
        return sum(person, window, "millimetersSum", minute -> millimetres(person, minute));
    }

    static @Nullable ObjectNode floorsSum(PersonData person, Span window) {
        return person.user().device().hasAltimeter()
                ? sum(person, window, "countSum", minute -> minute.felt().floors())
                : null;
    }

    static @Nullable ObjectNode altitudeSum(PersonData person, Span window) {
        return person.user().device().hasAltimeter()
                ? sum(person, window, "gainMillimetersSum", MinuteTypes::climbedMillimetres)
                : null;
    }

    static @Nullable ObjectNode activeEnergySum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        double sum =
                minutes.stream().mapToDouble(minute -> activeKilocalories(person, minute)).sum();
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
                minutes.stream().mapToLong(one -> (long) one.felt().tenthsOfMet() - REST).sum();
        return kilocalories(person, (elapsed * REST + extra) * perTenth(person));
    }

    static @Nullable ObjectNode activeMinutesSum(PersonData person, Span window) {
        List<WornMinute> minutes = WornMinute.in(person, window);
        Map<LifeDay.Effort, Integer> counts = new EnumMap<>(LifeDay.Effort.class);
        minutes.forEach(minute -> counts.merge(minute.felt().effort(), 1, Integer::sum));
        ObjectNode value = Json.object();
        ArrayNode levels = Json.array();
        counts.forEach((effort, count) -> {
            String level = level(effort);
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

    // ---- what both are made of

    private static List<Point> counted(
            PersonData person, Span span, String field, ToLongFunction<WornMinute> value) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (WornMinute minute : WornMinute.in(person, span)) {
            points.add(
                    point(
                            person,
                            minute,
                            source,
                            payload ->
                                    Encoding.putInt64(payload, field, value.applyAsLong(minute))));
        }
        return points;
    }

    private static List<Point> phoneSteps(PersonData person, Span span) {
        Source source = Source.phone("HEALTH_CONNECT");
        return WornMinute.in(person, span).stream()
                .filter(minute -> minute.felt().steps() >= PHONE_FROM_STEPS)
                .map(minute ->
                        point(
                                person,
                                minute,
                                source,
                                payload ->
                                        Encoding.putInt64(
                                                payload,
                                                "count",
                                                Math.round(minute.felt().steps() * PHONE_SHARE))))
                .toList();
    }

    /** Adds what a minute was worth to its document. */
    @FunctionalInterface
    private interface Filling {
        void fill(ObjectNode payload);
    }

    private static Point point(
            PersonData person, WornMinute minute, Source source, Filling filling) {
        return Point.interval(
                minute.at(),
                minute.end(),
                source,
                () -> {
                    ObjectNode payload = Json.object();
                    payload.set("interval", person.observation(minute.at(), minute.end()));
                    filling.fill(payload);
                    return payload;
                });
    }

    /**
     * Stretches of minutes of one word; they end with the date.
     *
     * @param word null for minutes that belong to none
     * @param field what carries the word; null for none
     */
    private static List<Point> runs(
            PersonData person,
            Span span,
            Function<WornMinute, @Nullable String> word,
            @Nullable String field) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        // Whole dates: a stretch must not depend on the span that was asked for.
        Instant from = person.startOf(person.dateAt(span.from()));
        Instant to = person.startOf(person.dateAt(span.to()).plusDays(1));
        List<Point> points = new ArrayList<>();
        Run run = null;
        for (WornMinute minute : WornMinute.in(person, new Span(from, to))) {
            String found = word.apply(minute);
            if (run != null && run.isGoingOnIn(minute, found)) {
                run = run.until(minute.end());
                continue;
            }
            addRun(person, source, field, run, points);
            run = found == null ? null : new Run(minute, minute.end(), found);
        }
        addRun(person, source, field, run, points);
        return points;
    }

    private record Run(WornMinute first, Instant end, String word) {
        boolean isGoingOnIn(WornMinute minute, @Nullable String found) {
            return word.equals(found)
                    && end.equals(minute.at())
                    && first.date().equals(minute.date());
        }

        Run until(Instant newEnd) {
            return new Run(first, newEnd, word);
        }
    }

    private static void addRun(
            PersonData person,
            Source source,
            @Nullable String field,
            @Nullable Run run,
            List<Point> points) {
        if (run == null) {
            return;
        }
        Instant from = run.first().at();
        points.add(
                Point.interval(
                        from,
                        run.end(),
                        source,
                        () -> {
                            ObjectNode payload = Json.object();
                            payload.set("interval", person.observation(from, run.end()));
                            return field == null ? payload : payload.put(field, run.word());
                        }));
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

    private static long millimetres(PersonData person, WornMinute minute) {
        return Math.round(minute.felt().steps() * person.user().body().strideMetres() * 1000);
    }

    private static long climbedMillimetres(WornMinute minute) {
        return Math.round(minute.felt().floors() * DaySums.METRES_PER_FLOOR * 1000);
    }

    /** Beyond rest, of minutes that were not still. */
    private static double activeKilocalories(PersonData person, WornMinute minute) {
        return level(minute.felt().effort()) == null
                ? 0
                : (minute.felt().tenthsOfMet() - REST) * perTenth(person);
    }

    private static double perTenth(PersonData person) {
        return person.user().body().basalKilocalories() / TENTHS_OF_MET_IN_A_DAY;
    }

    private static @Nullable String level(LifeDay.Effort effort) {
        return switch (effort) {
            case IN_BED, STILL -> null;
            case LIGHT -> "LIGHT";
            case FAIR -> "MODERATE";
            case VERY -> "VIGOROUS";
        };
    }
}
