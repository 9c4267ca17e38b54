package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Span;
import io.pulseline.simulator.truth.WeightLog;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What scales and people tell (fact sheet section 4.9). */
final class BodyTypes {
    private static final String TYPED = "API";

    private BodyTypes() {}

    static List<Point> weight(PersonData person, Span span) {
        return logs(person, span, "weightGrams", BodyTypes::grams);
    }

    static List<Point> bodyFat(PersonData person, Span span) {
        return logs(person, span, "percentage", BodyTypes::fatPercent);
    }

    static @Nullable ObjectNode weightAverage(PersonData person, Span window) {
        return average(person, window, "weightGramsAvg", BodyTypes::grams);
    }

    static @Nullable ObjectNode bodyFatAverage(PersonData person, Span window) {
        return average(person, window, "bodyFatPercentageAvg", BodyTypes::fatPercent);
    }

    private static List<Point> logs(
            PersonData person, Span span, String field, ToDoubleFunction<WeightLog> value) {
        List<Point> points = new ArrayList<>();
        for (WeightLog log : person.weights()) {
            double told = value.applyAsDouble(log);
            // A typed weight stands at the end of its date, but can be read from the morning on.
            if (!log.at().isBefore(span.from()) && !Double.isNaN(told)) {
                points.add(
                        new Point(
                                log.at(),
                                log.at(),
                                null,
                                Long.toString(log.logId()),
                                source(log),
                                () -> {
                                    ObjectNode payload = Json.object();
                                    payload.set("sampleTime", person.sampleTime(log.at()));
                                    Encoding.putDouble(payload, field, told);
                                    return payload;
                                }));
            }
        }
        return points;
    }

    private static @Nullable ObjectNode average(
            PersonData person, Span window, String field, ToDoubleFunction<WeightLog> value) {
        OptionalDouble average =
                person.weights().stream()
                        .filter(log -> window.contains(log.at()))
                        .mapToDouble(value)
                        .filter(one -> !Double.isNaN(one))
                        .average();
        if (average.isEmpty()) {
            return null;
        }
        ObjectNode document = Json.object();
        Encoding.putDouble(document, field, average.getAsDouble());
        return document;
    }

    private static Source source(WeightLog log) {
        return log.teller().equals(TYPED)
                ? Source.without(Source.MANUAL)
                : Source.scale(log.teller());
    }

    private static double grams(WeightLog log) {
        return (double) Math.round(log.kilograms() * 1000);
    }

    private static double fatPercent(WeightLog log) {
        Double percent = log.bodyFatPercent();
        return percent == null ? Double.NaN : percent;
    }
}
