package io.pulseline.pipeline.record;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.database.Packed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity that is fit to be kept.
 *
 * @param kept what of it is kept; without an end only if it is deleted and has no start
 */
public record ReceivedActivity(Activity activity, ReceivedRecord kept) {

    /**
     * Checks what any producer may have written.
     *
     * @throws InvalidRecordException naming the field, if it cannot be kept
     */
    public static ReceivedActivity of(Activity activity) {
        Long start = activity.getStartEpochMillis();
        if (start == null && !activity.getDeleted()) {
            throw new InvalidRecordException("startEpochMillis is null and it is not deleted");
        }
        if (activity.getRevision() <= 0) {
            throw new InvalidRecordException("revision is not positive");
        }
        Long elapsed = activity.getElapsedMilliseconds();
        String hash =
                activity.getContentHash().isBlank()
                        ? ContentHash.of(activity)
                        : activity.getContentHash();
        return new ReceivedActivity(
                activity,
                new ReceivedRecord(
                        ReceivedRecord.uuid("recordId", activity.getRecordId()),
                        ReceivedRecord.uuid("user", activity.getUser()),
                        RecordType.ACTIVITY,
                        activity.getRevision(),
                        hash,
                        activity.getDeleted(),
                        start == null ? null : Instant.ofEpochMilli(start),
                        start == null
                                ? null
                                : Instant.ofEpochMilli(start + (elapsed == null ? 0 : elapsed)),
                        null,
                        Packed.of(RecordJson.write(activity)),
                        KeptFigures.write(figures(activity)),
                        ReceivedRecord.Origin.of(
                                activity.getAcquisition(), activity.getProvenance())));
    }

    /** Whatever a producer may have written into series, it must not stop the topic. */
    private static ActivityFigures figures(Activity activity) {
        try {
            return ActivityFigures.of(activity);
        } catch (RuntimeException e) {
            throw new InvalidRecordException(
                    "its series cannot be followed (" + e.getClass().getSimpleName() + ")");
        }
    }

    public UUID recordId() {
        return kept.recordId();
    }

    public UUID user() {
        return kept.user();
    }

    public long revision() {
        return kept.revision();
    }

    public boolean deleted() {
        return kept.deleted();
    }

    public String contentHash() {
        return kept.contentHash();
    }

    public @Nullable Instant startedAt() {
        return kept.startedAt();
    }

    public @Nullable Instant endedAt() {
        return kept.endedAt();
    }
}
