package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Sleep;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One sleep as a record has it. */
final class SleepTruth {
    private SleepTruth() {}

    static void write(JsonGenerator json, Life life, Sleep sleep, SleepFigures figures)
            throws IOException {
        int asleep = figures.asleepMinutes();
        json.writeStringField("logId", Long.toString(sleep.logId()));
        json.writeBooleanField("deleted", false);
        json.writeStringField("localDate", sleep.date().toString());
        json.writeNumberField("startEpochMillis", sleep.start().toEpochMilli());
        json.writeNumberField("startOffsetSeconds", offset(life, sleep.start()));
        json.writeNumberField("endEpochMillis", sleep.end().toEpochMilli());
        json.writeNumberField("endOffsetSeconds", offset(life, sleep.end()));
        json.writeNumberField("durationMilliseconds", sleep.minutes() * 60_000L);
        json.writeNumberField("asleepMinutes", asleep);
        json.writeNumberField("awakeMinutes", sleep.minutes() - asleep);
        json.writeNumberField("efficiencyPercent", figures.efficiencyPercent());
        json.writeBooleanField("mainSleep", figures.isMain());
        json.writeStringField("scoring", sleep.isInStages() ? "STAGES" : "CLASSIC");
        writeSegments(json, "segments", sleep, sleep.segments());
        if (!sleep.shortAwakenings().isEmpty()) {
            writeSegments(json, "shortAwakenings", sleep, sleep.shortAwakenings());
        }
        writeTotals(json, figures.totals());
    }

    private static void writeSegments(
            JsonGenerator json, String name, Sleep sleep, List<Sleep.Segment> segments)
            throws IOException {
        int first = segments.getFirst().offsetSeconds();
        json.writeObjectFieldStart(name);
        json.writeNumberField(
                "startEpochMillis", sleep.startOf(segments.getFirst()).toEpochMilli());
        json.writeArrayFieldStart("offsetMilliseconds");
        for (Sleep.Segment segment : segments) {
            json.writeNumber((segment.offsetSeconds() - first) * 1000);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("durationMilliseconds");
        for (Sleep.Segment segment : segments) {
            json.writeNumber(segment.seconds() * 1000);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stage");
        for (Sleep.Segment segment : segments) {
            json.writeString(segment.stage().name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTotals(JsonGenerator json, Map<Sleep.Stage, Sleep.Total> totals)
            throws IOException {
        json.writeArrayFieldStart("stageTotals");
        for (Map.Entry<Sleep.Stage, Sleep.Total> entry : totals.entrySet()) {
            json.writeStartObject();
            json.writeStringField("stage", entry.getKey().name());
            json.writeNumberField("minutes", entry.getValue().minutes());
            json.writeNumberField("periods", entry.getValue().periods());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static int offset(Life life, Instant at) {
        ZoneId zone = life.whereabouts().zoneAt(at);
        return zone.getRules().getOffset(at).getTotalSeconds();
    }
}
