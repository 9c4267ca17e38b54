package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.LifeDay;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What is counted by the minute, as points (fact sheet section 4.4). */
final class MinutePoints {
    private static final double PHONE_SHARE = 0.9;
    private static final int PHONE_FROM_STEPS = 40;

    private MinutePoints() {}

    static List<Point> steps(PersonData person, Span span) {
        List<Point> points = counted(person, span, "count", minute -> minute.felt().steps());
        if (person.isCountedByPhoneToo()) {
            points.addAll(phoneSteps(person, span));
        }
        return points;
    }

    static List<Point> distance(PersonData person, Span span) {
        return counted(
                person, span, "millimeters", minute -> MinuteWorth.millimetres(person, minute));
    }

    static List<Point> floors(PersonData person, Span span) {
        return person.user().device().hasAltimeter()
                ? counted(person, span, "count", minute -> minute.felt().floors())
                : List.of();
    }

    static List<Point> altitude(PersonData person, Span span) {
        return person.user().device().hasAltimeter()
                ? counted(person, span, "gainMillimeters", MinuteWorth::climbedMillimetres)
                : List.of();
    }

    static List<Point> activeEnergy(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (WornMinute minute : WornMinute.in(person, span)) {
            double kilocalories = MinuteWorth.activeKilocalories(person, minute);
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
            String level = MinuteWorth.level(minute.felt().effort());
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
}
