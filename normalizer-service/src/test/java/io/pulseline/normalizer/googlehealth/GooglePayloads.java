package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.contracts.wire.PartBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payloads of Google Health for tests, as ingest makes them; in Berlin unless told otherwise. */
public final class GooglePayloads {
    public static final String USER = "0b5c3f2e-8a41-5d0c-9a77-5b1f7f1f2f10";
    public static final long CAPTURED = 1_778_776_900_123L;

    private final String kind;
    private final String thingKey;
    private final @Nullable String localDate;
    private final List<PayloadPart> parts = new ArrayList<>();
    private List<ZoneSince> zones = List.of(new ZoneSince(null, "Europe/Berlin"));
    private @Nullable Instant coverageFrom;
    private @Nullable Instant coverageTo;

    private GooglePayloads(String kind, String thingKey, @Nullable String localDate) {
        this.kind = kind;
        this.thingKey = thingKey;
        this.localDate = localDate;
    }

    /** Of a thing with an id of its own. */
    public static GooglePayloads ofThing(String kind, String thingKey) {
        return new GooglePayloads(kind, thingKey, null);
    }

    /** Of a local date. */
    public static GooglePayloads ofDate(String kind, String date) {
        return new GooglePayloads(kind, date, date);
    }

    public GooglePayloads in(String zone) {
        zones = List.of(new ZoneSince(null, zone));
        return this;
    }

    /** Of a user whose zones nobody knows. */
    public GooglePayloads nowhere() {
        zones = List.of();
        return this;
    }

    /** From instant (inclusive) to instant (exclusive). */
    public GooglePayloads covering(String from, String to) {
        coverageFrom = Instant.parse(from);
        coverageTo = Instant.parse(to);
        return this;
    }

    /** A part that was answered well. */
    public GooglePayloads part(String partKind, String body) {
        return part(partKind, 200, body);
    }

    public GooglePayloads vanished() {
        return part(PartKind.VANISHED, 0, "");
    }

    public GooglePayloads part(String partKind, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        parts.add(
                PayloadPart.newBuilder()
                        .setKind(partKind)
                        .setRequestPath("/v4/users/me/dataTypes/" + partKind + "/dataPoints")
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
                .setProvider(OpenSets.Provider.GOOGLE_HEALTH)
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
