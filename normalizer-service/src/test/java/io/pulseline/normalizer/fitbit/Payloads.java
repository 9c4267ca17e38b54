package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.contracts.wire.PartBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payloads for tests, as ingest makes them; every value can be replaced. */
public final class Payloads {
    public static final String USER = "0b5c3f2e-8a41-5d0c-9a77-5b1f7f1f2f10";
    public static final long CAPTURED = 1_778_776_900_123L;

    private final List<PayloadPart> parts = new ArrayList<>();
    private final List<ZoneSince> zones = new ArrayList<>();
    private String kind = PayloadKind.ACTIVITY;
    private String thingKey = "FITBIT:88120407315";
    private @Nullable String localDate;
    private @Nullable Instant coverageFrom;
    private @Nullable Instant coverageTo;

    private Payloads() {}

    public static Payloads of() {
        return new Payloads();
    }

    /** Of a thing with an id of its own. */
    public static Payloads ofKind(String kind, String thingKey) {
        Payloads payloads = of().thingKey(thingKey);
        payloads.kind = kind;
        return payloads;
    }

    /** Of a local date. */
    public static Payloads ofDate(String kind, String date) {
        Payloads payloads = ofKind(kind, date);
        payloads.localDate = date;
        return payloads;
    }

    /** The evening run with all its parts. */
    public static PayloadCaptured eveningRun() {
        return of().zone(null, "Europe/Berlin")
                .log(resource("evening-run.log.json"))
                .heartRate(
                        "2026-05-14",
                        "2026-05-14",
                        "18:03:20",
                        resource("evening-run.heart-rate.json"))
                .tcx(resource("evening-run.tcx"))
                .build();
    }

    /** A log of one hour of running from a start on, with nothing else. */
    public static String hourFrom(String startTime) {
        return """
        {"logId": 1, "activityTypeId": 90009, "activityName": "Run", "duration": 3600000, \
        "startTime": "%s"}\
        """
                .formatted(startTime);
    }

    public static String resource(String name) {
        try (InputStream in = Payloads.class.getResourceAsStream("/fitbit/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test document " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is unreadable", e);
        }
    }

    public Payloads zone(@Nullable String since, String zone) {
        zones.add(new ZoneSince(since, zone));
        return this;
    }

    public Payloads thingKey(String key) {
        thingKey = key;
        return this;
    }

    /** From instant (inclusive) to instant (exclusive). */
    public Payloads covering(String from, String to) {
        coverageFrom = Instant.parse(from);
        coverageTo = Instant.parse(to);
        return this;
    }

    /** A part that was answered well. */
    public Payloads answered(String partKind, String json) {
        return part(partKind, "/1/user/-/something.json", localDate, localDate, 200, json);
    }

    /** The part added last was asked for in a unit system. */
    public Payloads in(String unitSystem) {
        parts.getLast().setUnitSystem(unitSystem);
        return this;
    }

    public Payloads log(String json) {
        return part(PartKind.LOG, "/1/user/-/activities/list.json", null, null, 200, json);
    }

    /** A log asked for in a unit system. */
    public Payloads logIn(String unitSystem, String json) {
        return log(json).in(unitSystem);
    }

    public Payloads heartRate(String firstDate, String lastDate, String start, String json) {
        String path =
                "/1/user/-/activities/heart/date/%s/%s/1sec/time/%s/23:59:59.json"
                        .formatted(firstDate, lastDate, start);
        return part(PartKind.HEART_RATE, path, firstDate, lastDate, 200, json);
    }

    /** Heart rate from {@code HH:mm:ss=beats} pairs. */
    public Payloads heartRateRows(String firstDate, String lastDate, String start, String... rows) {
        List<String> dataset = new ArrayList<>();
        for (String row : rows) {
            String[] pair = row.split("=", 2);
            dataset.add("{\"time\":\"%s\",\"value\":%s}".formatted(pair[0], pair[1]));
        }
        return heartRate(
                firstDate,
                lastDate,
                start,
                "{\"activities-heart-intraday\":{\"dataset\":["
                        + String.join(",", dataset)
                        + "]}}");
    }

    public Payloads tcx(String xml) {
        return part(PartKind.TCX, "/1/user/-/activities/1.tcx", null, null, 200, xml);
    }

    public Payloads vanished() {
        return part(PartKind.VANISHED, "", null, null, 0, "");
    }

    public Payloads part(
            String kind,
            String path,
            @Nullable String firstDate,
            @Nullable String lastDate,
            int status,
            String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        parts.add(
                PayloadPart.newBuilder()
                        .setKind(kind)
                        .setRequestPath(path)
                        .setFirstLocalDate(firstDate)
                        .setLastLocalDate(lastDate)
                        .setStatus(status)
                        .setCapturedEpochMillis(CAPTURED)
                        .setUncompressedBytes(bytes.length)
                        .setZstd(PartBytes.compress(bytes))
                        .build());
        return this;
    }

    public PayloadCaptured build() {
        return PayloadCaptured.newBuilder()
                .setPayloadId("5d2c6d3e-6f62-4f0e-9a3a-3f5f8a2f9b01")
                .setUser(USER)
                .setConnectionId("8c0b9f0e-0f5a-4e55-9f6e-0a7a3a0d2c11")
                .setProvider(OpenSets.Provider.FITBIT)
                .setKind(kind)
                .setThingKey(thingKey)
                .setLocalDate(localDate)
                .setCoverageFromEpochMillis(millis(coverageFrom))
                .setCoverageToEpochMillis(millis(coverageTo))
                .setCapturedEpochMillis(CAPTURED)
                .setAcquisition(OpenSets.Acquisition.LIVE)
                .setCompleteness(OpenSets.Completeness.COMPLETE)
                .setZoneHistory(zones)
                .setParts(parts)
                .build();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
