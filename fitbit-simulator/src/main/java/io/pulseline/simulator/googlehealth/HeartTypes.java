package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the heart tells (fact sheet section 4.5). */
final class HeartTypes {
    private static final int RANGE_DAYS = 30;
    private static final int NIGHT_SPACING_MINUTES = 5;

    private HeartTypes() {}

    static List<Point> heartRate(PersonData person, Span span) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (HeartRateSample sample : person.heartRate(span)) {
            points.add(
                    Point.sample(
                            sample.at(),
                            source,
                            () -> {
                                ObjectNode payload = Json.object();
                                payload.set("sampleTime", person.sampleTime(sample.at()));
                                Encoding.putInt64(
                                        payload, "beatsPerMinute", sample.beatsPerMinute());
                                return payload;
                            }));
        }
        return points;
    }

    static @Nullable ObjectNode heartRateRange(PersonData person, Span window) {
        IntSummaryStatistics beats =
                person.heartRate(window).stream()
                        .mapToInt(HeartRateSample::beatsPerMinute)
                        .summaryStatistics();
        if (beats.getCount() == 0) {
            return null;
        }
        ObjectNode value = Json.object();
        Encoding.putDoubleAlways(value, "beatsPerMinuteMin", beats.getMin());
        Encoding.putDoubleAlways(value, "beatsPerMinuteAvg", beats.getAverage());
        Encoding.putDoubleAlways(value, "beatsPerMinuteMax", beats.getMax());
        return value;
    }

    static List<Point> resting(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            Integer rate = person.restingHeartRate(date);
            if (rate != null) {
                points.add(
                        daily(
                                person,
                                date,
                                source,
                                () -> {
                                    ObjectNode payload = dated(date);
                                    Encoding.putInt64(payload, "beatsPerMinute", rate);
                                    payload.putObject("dailyRestingHeartRateMetadata")
                                            .put("calculationMethod", "WITH_SLEEP");
                                    return payload;
                                }));
            }
        }
        return points;
    }

    /** The range over the month that ends with the window; null without a value. */
    static @Nullable ObjectNode restingRange(PersonData person, Span window) {
        IntSummaryStatistics beats =
                monthUntil(person, window)
                        .flatMap(date -> Stream.ofNullable(person.restingHeartRate(date)))
                        .mapToInt(Integer::intValue)
                        .summaryStatistics();
        if (beats.getCount() == 0) {
            return null;
        }
        ObjectNode value = Json.object();
        Encoding.putDoubleAlways(value, "beatsPerMinuteMin", beats.getMin());
        Encoding.putDoubleAlways(value, "beatsPerMinuteMax", beats.getMax());
        return value;
    }

    /** As {@link #restingRange}, for the nightly variability. */
    static @Nullable ObjectNode variabilityRange(PersonData person, Span window) {
        double[] values =
                monthUntil(person, window)
                        .flatMap(date -> person.vitals(date, Measure.VARIABILITY).stream())
                        .mapToDouble(night -> night.variability().daily())
                        .toArray();
        if (values.length == 0) {
            return null;
        }
        ObjectNode value = Json.object();
        Encoding.putDoubleAlways(
                value,
                "averageHeartRateVariabilityMillisecondsMin",
                DoubleStream.of(values).min().orElseThrow());
        Encoding.putDoubleAlways(
                value,
                "averageHeartRateVariabilityMillisecondsMax",
                DoubleStream.of(values).max().orElseThrow());
        return value;
    }

    /** The thresholds of every date with heartbeats. */
    static List<Point> zones(PersonData person, Span span) {
        int maximum = person.user().body().maximumHeartRate();
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            Instant start = person.startOf(date);
            Span day = new Span(start, person.startOf(date.plusDays(1)));
            boolean isKnown =
                    !start.isBefore(person.startOf(person.dateAt(person.everything().from())));
            if (isKnown && !person.heartRate(day).isEmpty()) {
                points.add(
                        daily(
                                person,
                                date,
                                Source.without(Source.DERIVED),
                                () -> {
                                    ObjectNode payload = dated(date);
                                    payload.set("heartRateZones", thresholds(maximum));
                                    return payload;
                                }));
            }
        }
        return points;
    }

    static List<Point> variability(PersonData person, Span span) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        int step = Math.max(1, person.knobs().variabilitySpacingMinutes() / NIGHT_SPACING_MINUTES);
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            List<NightVitals.VariabilityRow> rows =
                    person.vitals(date, Measure.VARIABILITY)
                            .map(NightVitals::variabilityRows)
                            .orElse(List.of());
            for (int index = 0; index < rows.size(); index += step) {
                NightVitals.VariabilityRow row = rows.get(index);
                points.add(Point.sample(row.at(), source, () -> variability(person, row)));
            }
        }
        return points;
    }

    static List<Point> dailyVariability(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        return NightTypes.nights(
                person,
                span,
                Measure.VARIABILITY,
                source,
                (date, night) -> {
                    ObjectNode payload = dated(date);
                    NightVitals.Variability values = night.variability();
                    Encoding.putDoubleAlways(
                            payload, "averageHeartRateVariabilityMilliseconds", values.daily());
                    Double deep = values.deep();
                    if (deep != null) {
                        Encoding.putDoubleAlways(
                                payload,
                                "deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds",
                                deep);
                    }
                    return payload;
                });
    }

    /** A document that begins with its date. */
    static ObjectNode dated(LocalDate date) {
        ObjectNode payload = Json.object();
        payload.set("date", Encoding.date(date));
        return payload;
    }

    static Point daily(
            PersonData person, LocalDate date, Source source, Supplier<ObjectNode> payload) {
        Instant start = person.startOf(date);
        return new Point(start, start, date, null, source, payload);
    }

    private static ObjectNode variability(PersonData person, NightVitals.VariabilityRow row) {
        ObjectNode payload = Json.object();
        payload.set("sampleTime", person.sampleTime(row.at()));
        Encoding.putDoubleAlways(
                payload, "rootMeanSquareOfSuccessiveDifferencesMilliseconds", row.rmssd());
        ObjectNode metadata = payload.putObject("metadata");
        Encoding.putDoubleAlways(metadata, "lowFrequencyPower", row.low());
        Encoding.putDoubleAlways(metadata, "highFrequencyPower", row.high());
        return payload;
    }

    private static Stream<LocalDate> monthUntil(PersonData person, Span window) {
        LocalDate end = person.dateAt(window.to());
        return end.minusDays(RANGE_DAYS).datesUntil(end);
    }

    private static ArrayNode thresholds(int maximumHeartRate) {
        ArrayNode zones = Json.array();
        for (Zone zone : Zone.values()) {
            // Ours end where the next one begins; Google's end one beat below.
            int last =
                    zone == Zone.PEAK ? zone.to(maximumHeartRate) : zone.to(maximumHeartRate) - 1;
            ObjectNode one = zones.addObject().put("heartRateZoneType", ZoneWords.of(zone));
            Encoding.putInt64(one, "minBeatsPerMinute", zone.from(maximumHeartRate));
            Encoding.putInt64(one, "maxBeatsPerMinute", last);
        }
        return zones;
    }
}
