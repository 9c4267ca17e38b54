package io.pulseline.normalizer.record;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.source.PayloadCaptured;
import java.util.ArrayList;
import java.util.UUID;

/** What every activity has, whoever sent it: id, revision, hash, provenance. */
public final class ActivityRecords {
    /**
     * Version of the rules of this service, 0 to 1023. Count it up when the same payload gives
     * other bytes than before: readers then take the newer reading of an old capture.
     */
    public static final int MAPPING_VERSION = 1;

    private ActivityRecords() {}

    /**
     * An activity that holds what the payload itself tells; measurements are still null.
     *
     * @throws UnmappableException if the payload names no user, no thing or no capture time
     */
    public static Activity.Builder begin(PayloadCaptured payload) {
        UUID user = user(payload);
        if (payload.getThingKey().isBlank()) {
            throw new UnmappableException("payload has no thingKey");
        }
        if (payload.getCapturedEpochMillis() <= 0) {
            throw new UnmappableException("payload has no capture time");
        }
        UUID recordId = Ids.record(user, OpenSets.RecordType.ACTIVITY, payload.getThingKey());
        return Activity.newBuilder()
                .setRecordId(recordId.toString())
                .setRevision(Revision.of(payload.getCapturedEpochMillis(), MAPPING_VERSION))
                .setUser(user.toString())
                .setThingKey(payload.getThingKey())
                .setAcquisition(payload.getAcquisition())
                .setCompleteness(payload.getCompleteness())
                .setMissingParts(new ArrayList<>(payload.getMissingParts()))
                .setProvenance(provenance(payload).build());
    }

    /** Where the payload comes from; device, application and method are still null. */
    public static Provenance.Builder provenance(PayloadCaptured payload) {
        return Provenance.newBuilder()
                .setProvider(payload.getProvider())
                .setPayloadId(payload.getPayloadId())
                .setMappingVersion(MAPPING_VERSION)
                .setCapturedEpochMillis(payload.getCapturedEpochMillis());
    }

    /** The record, with the hash of its content. */
    public static Activity finish(Activity.Builder activity) {
        Activity record = activity.build();
        record.setContentHash(ContentHash.of(record));
        return record;
    }

    /** The record of a thing that the source no longer has. */
    public static Activity vanished(PayloadCaptured payload) {
        return finish(begin(payload).setDeleted(true));
    }

    private static UUID user(PayloadCaptured payload) {
        try {
            return UUID.fromString(payload.getUser());
        } catch (IllegalArgumentException e) {
            throw new UnmappableException("payload's user is not a UUID", e);
        }
    }
}
