package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of the night that ended on a date: variability, oxygen, breathing. Google
 * tells neither the coverage of a row of variability nor the night's lowest and highest saturation.
 */
final class NightTruth {
    private static final int MINUTES_PER_ROW = 5;

    private NightTruth() {}

    static void write(TruthLines lines, Life life, LocalDate date, Instant now) throws IOException {
        Optional<NightVitals> variability = life.vitals(date, Measure.VARIABILITY, now);
        if (variability.isPresent()) {
            lines.line(
                    life,
                    "heart-rate-variability",
                    json -> writeVariability(json, date, variability.get(), lines.telling()));
        }
        Optional<NightVitals> oxygen = life.vitals(date, Measure.OXYGEN, now);
        if (oxygen.isPresent()) {
            lines.line(
                    life,
                    "oxygen-saturation",
                    json -> writeOxygen(json, date, oxygen.get(), lines.telling()));
        }
        Optional<NightVitals> breathing = life.vitals(date, Measure.BREATHING, now);
        if (breathing.isPresent()) {
            lines.line(
                    life,
                    "respiratory-rate",
                    json -> writeBreathing(json, date, breathing.get().breathing()));
        }
    }

    private static void writeVariability(
            JsonGenerator json, LocalDate date, NightVitals vitals, Telling telling)
            throws IOException {
        NightVitals.Variability night = vitals.variability();
        json.writeStringField("localDate", date.toString());
        json.writeNumberField("dailyRmssdMilliseconds", night.daily());
        // The tracker's 0 means that it could not tell.
        Double deep = night.deep() == null || night.deep() == 0 ? null : night.deep();
        writeOrNull(json, "deepSleepRmssdMilliseconds", deep);
        List<NightVitals.VariabilityRow> rows = told(vitals.variabilityRows(), telling);
        json.writeObjectFieldStart("intraday");
        writeTimes(json, rows.stream().map(NightVitals.VariabilityRow::at).toList());
        column(json, "rmssdMilliseconds", rows, NightVitals.VariabilityRow::rmssd);
        switch (telling.provider()) {
            case FITBIT ->
                    column(json, "coverageRatio", rows, NightVitals.VariabilityRow::coverage);
            case GOOGLE_HEALTH -> nulls(json, "coverageRatio", rows.size());
        }
        column(json, "highFrequencyMillisecondsSquared", rows, NightVitals.VariabilityRow::high);
        column(json, "lowFrequencyMillisecondsSquared", rows, NightVitals.VariabilityRow::low);
        json.writeEndObject();
    }

    private static void writeOxygen(
            JsonGenerator json, LocalDate date, NightVitals vitals, Telling telling)
            throws IOException {
        NightVitals.Oxygen night = vitals.oxygen();
        json.writeStringField("localDate", date.toString());
        json.writeNumberField("averagePercent", night.average());
        boolean isFitbit = telling.provider() == Telling.Provider.FITBIT;
        writeOrNull(json, "minimumPercent", isFitbit ? Double.valueOf(night.minimum()) : null);
        writeOrNull(json, "maximumPercent", isFitbit ? Double.valueOf(night.maximum()) : null);
        List<NightVitals.OxygenRow> rows = vitals.oxygenRows();
        json.writeObjectFieldStart("intraday");
        writeTimes(json, rows.stream().map(NightVitals.OxygenRow::at).toList());
        column(json, "percent", rows, NightVitals.OxygenRow::percent);
        json.writeEndObject();
    }

    private static void writeBreathing(
            JsonGenerator json, LocalDate date, NightVitals.Breathing night) throws IOException {
        json.writeStringField("localDate", date.toString());
        json.writeNumberField("breathsPerMinute", night.all());
        writeOrNull(json, "deepSleepBreathsPerMinute", night.deep());
        writeOrNull(json, "lightSleepBreathsPerMinute", night.light());
        writeOrNull(json, "remSleepBreathsPerMinute", night.rem());
    }

    private static void writeTimes(JsonGenerator json, List<Instant> times) throws IOException {
        long first = times.isEmpty() ? 0 : times.getFirst().toEpochMilli();
        json.writeNumberField("startEpochMillis", first);
        json.writeArrayFieldStart("offsetMilliseconds");
        for (Instant time : times) {
            json.writeNumber(time.toEpochMilli() - first);
        }
        json.writeEndArray();
    }

    private static <T> void column(
            JsonGenerator json, String name, List<T> rows, ToDoubleFunction<T> value)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            json.writeNumber(value.applyAsDouble(row));
        }
        json.writeEndArray();
    }

    private static void nulls(JsonGenerator json, String name, int size) throws IOException {
        json.writeArrayFieldStart(name);
        for (int row = 0; row < size; row++) {
            json.writeNull();
        }
        json.writeEndArray();
    }

    /** Google may tell one value of several minutes only. */
    private static List<NightVitals.VariabilityRow> told(
            List<NightVitals.VariabilityRow> rows, Telling telling) {
        int step =
                switch (telling.provider()) {
                    case FITBIT -> 1;
                    case GOOGLE_HEALTH ->
                            Math.max(
                                    1,
                                    telling.google().variabilitySpacingMinutes() / MINUTES_PER_ROW);
                };
        return IntStream.range(0, rows.size())
                .filter(row -> row % step == 0)
                .mapToObj(rows::get)
                .toList();
    }

    static void writeOrNull(JsonGenerator json, String name, @Nullable Double value)
            throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }
}
