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
    /** In the place of a hash where the thing is gone. */
    static final String VANISHED = "VANISHED";

    /** The thing itself first, the others by kind and position. */
    private static final Comparator<ThingPartEntity> IN_ORDER =
            Comparator.comparingInt((ThingPartEntity part) -> KeptPart.isThing(part) ? 0 : 1)
                    .thenComparing(part -> part.kind)
                    .thenComparingInt(part -> part.position);

    Bundle {
        parts = List.copyOf(parts);
        missing = Set.copyOf(missing);
    }

    /**
     * The bundle of what the provider gave.
     *
     * @param zone with which its local times are read; empty where they have offsets of their own
     */
    static Bundle of(
            ThingEntity thing, List<ThingPartEntity> rows, Set<String> missing, String zone) {
        List<ThingPartEntity> given =
                rows.stream().filter(KeptPart::isGiven).sorted(IN_ORDER).toList();
        String hash = Hashes.ofBundle(given, missing, zone);
        return made(thing, given, missing, hash);
    }

    /**
     * One answer about a date from an hour on, in its order.
     *
     * @param hash of the hours told so far
     */
    static Bundle ofSeries(ThingEntity thing, List<ThingPartEntity> parts, String hash) {
        return made(thing, parts, Set.of(), hash);
    }

    /** The provider no longer has the thing. */
    static Bundle vanished(ThingEntity thing, Instant at) {
        ReadPart nothing =
                new ReadPart(PartKind.VANISHED, "", null, null, 0, null, "", at, new byte[0]);
        ThingPartEntity part = KeptPart.row(thing.id, 0, true, nothing);
        return made(thing, List.of(part), Set.of(), VANISHED);
    }

    private static Bundle made(
            ThingEntity thing, List<ThingPartEntity> parts, Set<String> missing, String hash) {
        Instant capturedAt = capturedAt(parts, thing.capturedAt);
        return new Bundle(
                NamedUuid.of(thing.id, hash + ":" + capturedAt.toEpochMilli()),
                hash,
                capturedAt,
                parts,
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
     * What a payload says beside its parts.
     *
     * @param from complete from then; null if it is not
     * @param to complete until then, exclusive; null if it is not
     * @param endsAt when what it tells of ended
     * @param lastDeviceSync null when not known
     */
    record Facts(
            @Nullable Instant from,
            @Nullable Instant to,
            Instant endsAt,
            @Nullable Instant lastDeviceSync) {}

    /**
     * The payload as others read it.
     *
     * @param lateAfter from which age on it is late
     */
    PayloadCaptured payload(
            Connection connection, ThingEntity thing, Facts facts, Duration lateAfter) {
        return PayloadCaptured.newBuilder()
                .setPayloadId(payloadId.toString())
                .setUser(connection.user().toString())
                .setConnectionId(connection.id().toString())
                .setProvider(connection.provider())
                .setKind(thing.kind)
                .setThingKey(thing.thingKey)
                .setLocalDate(thing.isDated() ? thing.thingKey : null)
                .setCapturedEpochMillis(capturedAt.toEpochMilli())
                .setAcquisition(acquisition(thing, facts.endsAt().plus(lateAfter)))
                .setCompleteness(completeness())
                .setMissingParts(List.copyOf(new TreeSet<>(missing)))
                .setCoverageFromEpochMillis(millis(facts.from()))
                .setCoverageToEpochMillis(millis(facts.to()))
                .setZoneHistory(connection.zones().zones().stream().map(Bundle::zone).toList())
                .setDeviceLastSyncEpochMillis(millis(facts.lastDeviceSync()))
                .setParts(parts.stream().map(KeptPart::payloadPart).toList())
                .build();
    }

    private String acquisition(ThingEntity thing, Instant lateFrom) {
        return switch (thing.route) {
            case BACKFILL -> Acquisition.BACKFILL;
            case LIVE -> lateFrom.isBefore(capturedAt) ? Acquisition.LATE : Acquisition.LIVE;
        };
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static ZoneSince zone(ZoneHistory.Since since) {
        return ZoneSince.newBuilder()
                .setSinceLocalDate(since.date() == null ? null : since.date().toString())
                .setZone(since.zone().getId())
                .build();
    }
}
