package io.pulseline.normalizer.record;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.source.PayloadCaptured;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What every record has, whoever sent it: id, revision, hash, user, acquisition, provenance. */
public final class RecordFrame {
    private final PayloadCaptured payload;
    private final RecordKind kind;
    private final UUID user;

    /**
     * @throws UnmappableException if the payload names no user, no thing or no capture time
     */
    public RecordFrame(PayloadCaptured payload, RecordKind kind) {
        this.payload = payload;
        this.kind = kind;
        this.user = user(payload);
        if (payload.getThingKey().isBlank()) {
            throw new UnmappableException("payload has no thingKey");
        }
        if (payload.getCapturedEpochMillis() <= 0) {
            throw new UnmappableException("payload has no capture time");
        }
    }

    private static UUID user(PayloadCaptured payload) {
        try {
            return UUID.fromString(payload.getUser());
        } catch (IllegalArgumentException e) {
            throw new UnmappableException("payload's user is not a UUID", e);
        }
    }

    /** When ingest captured the payload. */
    public Instant capturedAt() {
        return Instant.ofEpochMilli(payload.getCapturedEpochMillis());
    }

    /** Where the payload comes from; device, application and method are still null. */
    public Provenance.Builder provenance() {
        return Provenance.newBuilder()
                .setProvider(payload.getProvider())
                .setPayloadId(payload.getPayloadId())
                .setMappingVersion(kind.mappingVersion())
                .setCapturedEpochMillis(payload.getCapturedEpochMillis());
    }

    /** Provenance of what a sensor measured and no person wrote. */
    public Provenance sensed() {
        return provenance().setRecordingMethod(RecordingMethod.SENSED).build();
    }

    /**
     * The record made whole; it is changed in place.
     *
     * @param record with its provenance: a builder that is given none would have to make the
     *     default one, which Avro cannot where it sits in another class loader than ours
     * @param key the thingKey, or the local date (and slot) of a dated record
     */
    public MappedRecord complete(SpecificRecord record, String key, Instant happenedAt) {
        String recordId = Ids.record(user, kind.recordType(), key).toString();
        Fields.put(record, "recordId", recordId);
        Fields.put(
                record,
                "revision",
                Revision.of(payload.getCapturedEpochMillis(), kind.mappingVersion()));
        Fields.put(record, "user", user.toString());
        Fields.put(record, "acquisition", payload.getAcquisition());
        Fields.put(record, "contentHash", ContentHash.of(record));
        return new MappedRecord(kind, record, happenedAt);
    }

    /** The record of a thing that the source no longer has; its own times are gone. */
    public MappedRecord vanished(SpecificRecord record, String key) {
        Fields.put(record, "deleted", true);
        Fields.put(record, "provenance", provenance().build());
        return complete(record, key, capturedAt());
    }
}
