package io.pulseline.pipeline.record;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity that is fit to be kept.
 *
 * @param endedAt end of the activity; null only for deleted ones without a start
 */
public record ReceivedActivity(
        Activity activity,
        UUID recordId,
        UUID user,
        String contentHash,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Packed content) {

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
                uuid("recordId", activity.getRecordId()),
                uuid("user", activity.getUser()),
                hash,
                start == null ? null : Instant.ofEpochMilli(start),
                start == null
                        ? null
                        : Instant.ofEpochMilli(start + (elapsed == null ? 0 : elapsed)),
                Packed.of(RecordJson.write(activity)));
    }

    public long revision() {
        return activity.getRevision();
    }

    public boolean deleted() {
        return activity.getDeleted();
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidRecordException(field + " is not a UUID");
        }
    }
}
