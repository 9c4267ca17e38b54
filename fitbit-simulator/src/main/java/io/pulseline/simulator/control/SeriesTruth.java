package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.LifeDay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heart rate and steps, hour by hour of a local date. */
final class SeriesTruth {
    private static final int MINUTES_PER_SLOT = 60;

    private SeriesTruth() {}

    /**
     * One hour.
     *
     * @param covered up to here the tracker has told
     */
    private record Slot(LocalDate date, int number, Instant start, Instant end, Instant covered) {
        void writeKey(JsonGenerator json) throws IOException {
            json.writeStringField("localDate", date.toString());
            json.writeNumberField("slot", number);
            json.writeNumberField("startEpochMillis", start.toEpochMilli());
            json.writeNumberField("endEpochMillis", end.toEpochMilli());
            json.writeNumberField("coveredUntilEpochMillis", covered.toEpochMilli());
        }
    }

    /**
     * Lines of every slot of the date that has begun to be told.
     *
     * @param wholeOnly leaves out the one that is still being told
     */
    static void write(TruthLines lines, Life life, LocalDate date, Instant until, boolean wholeOnly)
            throws IOException {
        Instant end = life.whereabouts().endOf(date);
        Instant told = life.toldUntil(date, until);
        LifeDay day = life.day(date);
        int number = 0;
        for (Instant start = day.start(); start.isBefore(told); ) {
            Instant next = start.plus(Duration.ofMinutes(MINUTES_PER_SLOT));
            Instant slotEnd = next.isBefore(end) ? next : end;
            Instant covered = slotEnd.isBefore(told) ? slotEnd : told;
            Slot slot = new Slot(date, number, start, slotEnd, covered);
            if (!wholeOnly || !covered.isBefore(slotEnd)) {
                lines.line(
                        life,
                        "heart-rate",
                        json -> writeHeart(json, slot, samples(lines, life, slot)));
                lines.line(
                        life,
                        "steps",
                        json -> writeSteps(json, slot, day, stepsOf(lines, life, day, until)));
            }
            start = next;
            number++;
        }
    }

    private static List<HeartRateSample> samples(TruthLines lines, Life life, Slot slot) {
        return lines.heartRate(life, slot.start(), slot.covered());
    }

    private static void writeHeart(JsonGenerator json, Slot slot, List<HeartRateSample> samples)
            throws IOException {
        slot.writeKey(json);
        json.writeObjectFieldStart("heartRate");
        writeSamples(json, samples);
        json.writeEndObject();
    }

    /** The columns; without a start where there is no sample, for then it says nothing. */
    static void writeSamples(JsonGenerator json, List<HeartRateSample> samples) throws IOException {
        long first = samples.isEmpty() ? 0 : samples.getFirst().at().toEpochMilli();
        if (!samples.isEmpty()) {
            json.writeNumberField("startEpochMillis", first);
        }
        json.writeArrayFieldStart("offsetMilliseconds");
        for (HeartRateSample sample : samples) {
            json.writeNumber(sample.at().toEpochMilli() - first);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("beatsPerMinute");
        for (HeartRateSample sample : samples) {
            json.writeNumber(sample.beatsPerMinute());
        }
        json.writeEndArray();
    }

    /** Steps of a minute that is told; null where nothing of it is known. */
    @FunctionalInterface
    private interface Steps {
        @Nullable Integer in(int minute);
    }

    /** Fitbit fills what was not worn with 0; Google tells nothing of it. */
    private static Steps stepsOf(TruthLines lines, Life life, LifeDay day, Instant now) {
        return switch (lines.telling().provider()) {
            case FITBIT -> day::steps;
            case GOOGLE_HEALTH ->
                    minute ->
                            day.isWorn(minute)
                                    ? Integer.valueOf(life.restated(day, minute, now).steps())
                                    : null;
        };
    }

    private static void writeSteps(JsonGenerator json, Slot slot, LifeDay day, Steps steps)
            throws IOException {
        slot.writeKey(json);
        json.writeArrayFieldStart("stepsPerMinute");
        int first = slot.number() * MINUTES_PER_SLOT;
        int told = day.minutesUntil(slot.covered());
        int end = day.minutesUntil(slot.end());
        for (int minute = first; minute < end; minute++) {
            Integer count = minute < told ? steps.in(minute) : null;
            if (count == null) {
                json.writeNull();
            } else {
                json.writeNumber(count);
            }
        }
        json.writeEndArray();
    }
}
