package io.pulseline.normalizer.record;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.contracts.wire.PartBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider's whole answer as a person hands it in, with what ingest would have known beside it.
 *
 * @param body untouched bytes; not copied, not changed
 * @param date local date that was asked for; null if the answer says its dates itself
 * @param zone the user's zone, on all dates
 * @param lastSync when the tracker was last read; null if not known
 * @param unitSystem that was asked for, METRIC or en_US
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through, never compared
public record Answer(
        byte[] body,
        @Nullable LocalDate date,
        ZoneId zone,
        @Nullable Instant lastSync,
        String unitSystem,
        UUID user,
        Instant capturedAt) {
    /** Stands where a payload that was captured has its id. */
    private static final String PREVIEW = "preview";

    /** The date that was asked for; needed where the answer itself says none. */
    public LocalDate requiredDate() {
        if (date == null) {
            throw new UnmappableException(
                    "this answer says no date; give the one it was asked for");
        }
        return date;
    }

    /** A payload of a thing with an id of its own. */
    public PayloadCaptured thing(
            String provider, String kind, String thingKey, List<PayloadPart> parts) {
        return begin(provider, kind, parts).setThingKey(thingKey).build();
    }

    /**
     * A payload of a date: complete from its start to its end, the last sync or now, whichever
     * comes first.
     */
    public PayloadCaptured dated(
            String provider, String kind, LocalDate of, List<PayloadPart> parts) {
        LocalDay day = new LocalDay(of, zone);
        Instant known = lastSync == null ? capturedAt : lastSync;
        Instant to = known.isBefore(day.end()) ? known : day.end();
        return begin(provider, kind, parts)
                .setThingKey(of.toString())
                .setLocalDate(of.toString())
                .setCoverageFromEpochMillis(day.start().toEpochMilli())
                .setCoverageToEpochMillis(to.toEpochMilli())
                .build();
    }

    private PayloadCaptured.Builder begin(String provider, String kind, List<PayloadPart> parts) {
        return PayloadCaptured.newBuilder()
                .setPayloadId(PREVIEW)
                .setUser(user.toString())
                .setConnectionId(PREVIEW)
                .setProvider(provider)
                .setKind(kind)
                .setCapturedEpochMillis(capturedAt.toEpochMilli())
                .setAcquisition(Acquisition.LIVE)
                .setCompleteness(Completeness.COMPLETE)
                .setZoneHistory(List.of(new ZoneSince(null, zone.getId())))
                .setDeviceLastSyncEpochMillis(lastSync == null ? null : lastSync.toEpochMilli())
                .setParts(parts);
    }

    /** A part that was answered with these bytes. */
    public PayloadPart part(String kind, String path, byte[] bytes) {
        return PayloadPart.newBuilder()
                .setKind(kind)
                .setRequestPath(path)
                .setStatus(200)
                .setUnitSystem(unitSystem)
                .setCapturedEpochMillis(capturedAt.toEpochMilli())
                .setUncompressedBytes(bytes.length)
                .setZstd(PartBytes.compress(bytes))
                .build();
    }
}
