package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.CardioFitness;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is worked out of nights (fact sheet sections 4.6 and 4.9). */
final class NightTypes {
    private static final int HISTORY_DAYS = 7;
    private static final double USUAL_SKIN_CELSIUS = 33.4;
    private static final double SKIN_DEVIATION_CELSIUS = 0.5;

    private NightTypes() {}

    static List<Point> oxygen(PersonData person, Span span) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            person.vitals(date, Measure.OXYGEN)
                    .map(NightVitals::oxygenRows)
                    .orElse(List.of())
                    .forEach(row ->
                            points.add(Point.sample(row.at(), source, () -> oxygen(person, row))));
        }
        return points;
    }

    static List<Point> dailyOxygen(PersonData person, Span span) {
        Source source = Source.tracker(Source.PASSIVE, person.deviceName());
        return nights(
                person,
                span,
                Measure.OXYGEN,
                source,
                (date, night) -> {
                    double average = night.oxygen().average();
                    double deviation = deviation(night);
                    ObjectNode payload = HeartTypes.dated(date);
                    Encoding.putDouble(payload, "averagePercentage", average);
                    // A confidence interval, not the lowest and highest of the night.
                    Encoding.putDouble(
                            payload, "lowerBoundPercentage", rounded(average - 2 * deviation));
                    Encoding.putDouble(
                            payload,
                            "upperBoundPercentage",
                            Math.min(100, rounded(average + 2 * deviation)));
                    if (nightsBefore(person, date) >= HISTORY_DAYS) {
                        Encoding.putDouble(
                                payload, "standardDeviationPercentage", rounded(deviation));
                    }
                    return payload;
                });
    }

    static List<Point> dailyBreathing(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        return nights(
                person,
                span,
                Measure.BREATHING,
                source,
                (date, night) -> {
                    ObjectNode payload = HeartTypes.dated(date);
                    Encoding.putDouble(payload, "breathsPerMinute", night.breathing().all());
                    return payload;
                });
    }

    static List<Point> breathing(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            Optional<NightVitals> night = person.vitals(date, Measure.BREATHING);
            night.ifPresent(one ->
                    points.add(
                            Point.sample(one.sleep().end(), source, () -> breathing(person, one))));
        }
        return points;
    }

    static List<Point> skinTemperature(PersonData person, Span span) {
        Source source = Source.without(Source.DERIVED);
        return nights(
                person,
                span,
                Measure.SKIN_TEMPERATURE,
                source,
                (date, night) -> {
                    double baseline =
                            USUAL_SKIN_CELSIUS + Math.floorMod(person.user().seed(), 17L) / 10.0;
                    ObjectNode payload = HeartTypes.dated(date);
                    Encoding.putDouble(
                            payload,
                            "nightlyTemperatureCelsius",
                            rounded(baseline + night.skinDeviation()));
                    boolean hasBaseline =
                            nightsBefore(person, date) >= person.knobs().skinBaselineAfterNights();
                    if (hasBaseline || person.knobs().skinBaselineAsNaN()) {
                        Encoding.putDouble(
                                payload,
                                "baselineTemperatureCelsius",
                                hasBaseline ? baseline : Double.NaN);
                        Encoding.putDouble(
                                payload,
                                "relativeNightlyStddev30dCelsius",
                                hasBaseline ? SKIN_DEVIATION_CELSIUS : Double.NaN);
                    }
                    return payload;
                });
    }

    static List<Point> cardioFitness(PersonData person, Span span) {
        Life life = person.life();
        List<Point> points = new ArrayList<>();
        if (life == null) {
            return points;
        }
        for (LocalDate date : person.dates(span).toList()) {
            CardioFitness fitness = life.cardioFitness(date, person.now());
            if (fitness != null) {
                points.add(
                        HeartTypes.daily(
                                person,
                                date,
                                Source.without(Source.DERIVED),
                                () -> cardioFitness(date, fitness)));
            }
        }
        return points;
    }

    /** A daily point for every date whose night has that measure. */
    static List<Point> nights(
            PersonData person,
            Span span,
            Measure measure,
            Source source,
            BiFunction<LocalDate, NightVitals, ObjectNode> payload) {
        List<Point> points = new ArrayList<>();
        for (LocalDate date : person.dates(span).toList()) {
            Optional<NightVitals> night = person.vitals(date, measure);
            night.ifPresent(one ->
                    points.add(
                            HeartTypes.daily(
                                    person, date, source, () -> payload.apply(date, one))));
        }
        return points;
    }

    private static ObjectNode oxygen(PersonData person, NightVitals.OxygenRow row) {
        ObjectNode payload = Json.object();
        payload.set("sampleTime", person.sampleTime(row.at()));
        Encoding.putDouble(payload, "percentage", row.percent());
        return payload;
    }

    private static ObjectNode breathing(PersonData person, NightVitals night) {
        NightVitals.Breathing rates = night.breathing();
        ObjectNode payload = Json.object();
        payload.set("sampleTime", person.sampleTime(night.sleep().end()));
        putRate(person, payload, "fullSleepStats", rates.all());
        putRate(person, payload, "deepSleepStats", rates.deep());
        putRate(person, payload, "lightSleepStats", rates.light());
        putRate(person, payload, "remSleepStats", rates.rem());
        return payload;
    }

    private static void putRate(
            PersonData person, ObjectNode payload, String name, @Nullable Double rate) {
        ObjectNode stage = payload.putObject(name);
        if (rate != null) {
            Encoding.putDouble(stage, "breathsPerMinute", rate);
        } else if (person.knobs().undetectedBreathingPrinted()) {
            Encoding.putDoubleAlways(stage, "breathsPerMinute", 0);
        }
    }

    private static ObjectNode cardioFitness(LocalDate date, CardioFitness fitness) {
        double middle = (fitness.from() + fitness.to()) / 2.0;
        ObjectNode payload = HeartTypes.dated(date);
        Encoding.putDouble(payload, "vo2Max", middle);
        if (fitness.from() != fitness.to()) {
            payload.put("estimated", true);
        }
        return payload.put("cardioFitnessLevel", level(middle));
    }

    private static String level(double vo2Max) {
        return vo2Max < 36 ? "FAIR" : vo2Max < 42 ? "AVERAGE" : vo2Max < 47 ? "GOOD" : "VERY_GOOD";
    }

    private static double deviation(NightVitals night) {
        double average = night.oxygen().average();
        return Math.sqrt(
                night.oxygenRows().stream()
                        .mapToDouble(row -> Math.pow(row.percent() - average, 2))
                        .average()
                        .orElse(0));
    }

    private static long nightsBefore(PersonData person, LocalDate date) {
        Life life = person.life();
        return life == null ? 0 : ChronoUnit.DAYS.between(life.firstDate(), date);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
