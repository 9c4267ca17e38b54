package io.pulseline.ingest.sync;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.ZoneSince;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All parts of one activity as they go out together.
 *
 * @param capturedAt when the newest part was read, at least a millisecond after the capture before
 * @param parts those that the provider gave, the thing itself first
 * @param missing kinds of promised parts that are not whole
 */
record Bundle(
        UUID payloadId,
        String hash,
        Instant capturedAt,
        List<ThingPartEntity> parts,
        Set<String> missing) {
    /** The thing itself first, the others by kind and position. */
    private static final Comparator<ThingPartEntity> IN_ORDER =
            Comparator.comparingInt(
                            (ThingPartEntity part) -> part.kind.equals(PartKind.LOG) ? 0 : 1)
                    .thenComparing(part -> part.kind)
                    .thenComparingInt(part -> part.position);

    Bundle {
        parts = List.copyOf(parts);
        missing = Set.copyOf(missing);
    }

    static Bundle of(ThingEntity thing, List<ThingPartEntity> rows, Set<String> missing) {
        List<ThingPartEntity> given =
                rows.stream().filter(KeptPart::isGiven).sorted(IN_ORDER).toList();
        String hash = Hashes.ofBundle(given, missing);
        Instant capturedAt = capturedAt(given, thing.capturedAt);
        return new Bundle(
                NamedUuid.of(thing.id, hash + ":" + capturedAt.toEpochMilli()),
                hash,
                capturedAt,
                given,
                missing);
    }

    private static Instant capturedAt(List<ThingPartEntity> parts, @Nullable Instant before) {
        Instant newest =
                parts.stream()
                        .map(part -> part.capturedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(() -> new IllegalArgumentException("a bundle without a part"));
        // A revision is made of the milliseconds: they grow with each payload of a thing.
        long least = before == null ? Long.MIN_VALUE : before.toEpochMilli() + 1;
        return Instant.ofEpochMilli(Math.max(newest.toEpochMilli(), least));
    }

    String completeness() {
        return missing.isEmpty() ? Completeness.COMPLETE : Completeness.PARTIAL;
    }

    /**
     * The payload as others read it.
     *
     * @param lastDeviceSync null when not known
     * @param lateAfter from which age on it is late
     */
    PayloadCaptured payload(
            Connection connection,
            ThingEntity thing,
            ListedThing listed,
            @Nullable Instant lastDeviceSync,
            Duration lateAfter) {
        boolean late = listed.endsAt().plus(lateAfter).isBefore(capturedAt);
        boolean whole = missing.isEmpty();
        return PayloadCaptured.newBuilder()
                .setPayloadId(payloadId.toString())
                .setUser(connection.user().toString())
                .setConnectionId(connection.id().toString())
                .setProvider(connection.provider())
                .setKind(thing.kind)
                .setThingKey(thing.thingKey)
                .setCapturedEpochMillis(capturedAt.toEpochMilli())
                .setAcquisition(late ? Acquisition.LATE : Acquisition.LIVE)
                .setCompleteness(completeness())
                .setMissingParts(List.copyOf(new TreeSet<>(missing)))
                .setCoverageFromEpochMillis(whole ? listed.startsAt().toEpochMilli() : null)
                .setCoverageToEpochMillis(whole ? listed.endsAt().toEpochMilli() : null)
                .setZoneHistory(connection.zones().zones().stream().map(Bundle::zone).toList())
                .setDeviceLastSyncEpochMillis(
                        lastDeviceSync == null ? null : lastDeviceSync.toEpochMilli())
                .setParts(parts.stream().map(KeptPart::payloadPart).toList())
                .build();
    }

    private static ZoneSince zone(ZoneHistory.Since since) {
        return ZoneSince.newBuilder()
                .setSinceLocalDate(since.date() == null ? null : since.date().toString())
                .setZone(since.zone().getId())
                .build();
    }
}
