package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Gone;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Sleep;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What has to be on the topics now, one line of JSON for each record. It is read off the lives,
 * never off the documents that the providers' sides make of them.
 */
final class TruthLines {
    private static final Duration UNSETTLED = Duration.ofHours(26);
    private static final int BUFFER = 1 << 16;
    private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.UTF_8);

    private final People people;
    private final Telling telling;
    private final OutputStream out;
    private final JsonGenerator json;

    private TruthLines(People people, Telling telling, OutputStream out) throws IOException {
        this.people = people;
        this.telling = telling;
        this.out = new BufferedOutputStream(out, BUFFER);
        json = Json.generator(this.out);
    }

    /** One record's fields after type and owner. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static void write(
            People people, Telling telling, Iterable<Life> lives, Instant now, OutputStream out)
            throws IOException {
        TruthLines lines = new TruthLines(people, telling, out);
        for (Life life : lives) {
            lines.write(life, now);
        }
        lines.json.flush();
        lines.out.flush();
    }

    private void write(Life life, Instant now) throws IOException {
        Instant until = settledUntil(life, now);
        boolean isCutShort = until.isBefore(now);
        LocalDate last = life.whereabouts().dateAt(life.lastSync(until));
        for (LocalDate date = life.firstDate(); !date.isAfter(last); date = date.plusDays(1)) {
            SeriesTruth.write(this, life, date, until, isCutShort);
            NightTruth.write(this, life, date, until);
            if (date.isBefore(last)) {
                writeDay(life, date, until);
            }
        }
        for (Sleep sleep : life.sleeps(until)) {
            if (!isCutShort || life.isSettled(sleep, until)) {
                writeSleep(life, sleep, until);
            }
        }
        for (SimulatedActivity activity : life.activities(until)) {
            if (!isCutShort || life.isSettled(activity, until)) {
                line(life, "activity", json -> ActivityRecordTruth.write(json, activity));
            }
        }
        for (Gone gone : life.gone(until)) {
            line(
                    life,
                    gone.isSleep() ? "sleep" : "activity",
                    json -> {
                        json.writeStringField("logId", Long.toString(gone.logId()));
                        json.writeBooleanField("deleted", true);
                    });
        }
    }

    private void writeDay(Life life, LocalDate date, Instant until) throws IOException {
        switch (telling.provider()) {
            case FITBIT -> DailyTruth.write(this, life, date, until);
            case GOOGLE_HEALTH -> GoogleDailyTruth.write(this, life, date, until, telling.google());
        }
    }

    private void writeSleep(Life life, Sleep sleep, Instant until) throws IOException {
        switch (telling.provider()) {
            case FITBIT ->
                    line(
                            life,
                            "sleep",
                            json -> SleepTruth.write(json, life, sleep, SleepFigures.of(sleep)));
            case GOOGLE_HEALTH -> {
                if (GoogleSleepFigures.areReady(life, sleep, until, telling.google())) {
                    SleepFigures figures = GoogleSleepFigures.of(sleep, life.sleeps(until));
                    line(life, "sleep", json -> SleepTruth.write(json, life, sleep, figures));
                }
            }
        }
    }

    /**
     * The present; of somebody whose refresh token ends a time a day before that: what came shortly
     * before the end may have been read or not. What was there at the beginning has been read.
     */
    private static Instant settledUntil(Life life, Instant now) {
        Instant end = life.refreshEnd();
        if (end == null) {
            return now;
        }
        Instant settled = end.minus(UNSETTLED);
        Instant atLeast = settled.isBefore(life.begin()) ? life.begin() : settled;
        return atLeast.isBefore(now) ? atLeast : now;
    }

    /** A heart as it lived, and as it beat in what was asked for by hand. */
    List<HeartRateSample> heartRate(Life life, Instant from, Instant to) {
        return people.heartRate(life.user().id(), from, to);
    }

    Telling telling() {
        return telling;
    }

    void line(Life life, String recordType, Fields fields) throws IOException {
        json.writeStartObject();
        json.writeStringField("recordType", recordType);
        json.writeStringField("owner", life.user().id());
        fields.write(json);
        json.writeEndObject();
        json.flush();
        out.write(LINE_END);
    }
}
