package io.pulseline.pipeline.record;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of any type that is fit to be kept.
 *
 * @param recordType one of {@link io.pulseline.contracts.OpenSets.RecordType}
 * @param startedAt null for a dated record, and for a deleted one of which it is no longer known
 * @param endedAt exclusive; null where {@code startedAt} is
 * @param localDate of a dated record and of a sleep, whose end it is of; null for an activity
 * @param figures of an activity, as JSON; null for every other type
 * @param origin how it came to be
 */
public record ReceivedRecord(
        UUID recordId,
        UUID user,
        String recordType,
        long revision,
        String contentHash,
        boolean deleted,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate localDate,
        Packed content,
        @Nullable String figures,
        Origin origin) {

    /**
     * How a record came to be.
     *
     * @param acquisition LIVE, LATE, BACKFILL or REPLAY
     * @param provider where it comes from
     * @param recordingMethod null where its provider does not tell
     */
    public record Origin(String acquisition, String provider, @Nullable String recordingMethod) {
        static Origin of(String acquisition, Provenance provenance) {
            return new Origin(
                    acquisition, provenance.getProvider(), provenance.getRecordingMethod());
        }
    }

    /** Of a date, the last place on Earth in which it is still that date: no later than that. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /**
     * Checks what any producer may have written of a metric.
     *
     * @throws InvalidRecordException naming the field, if it cannot be kept
     */
    public static ReceivedRecord ofMetric(String recordType, SpecificRecord metric) {
        long revision = (Long) value(metric, "revision");
        if (revision <= 0) {
            throw new InvalidRecordException("revision is not positive");
        }
        String hash = String.valueOf(value(metric, "contentHash"));
        return new ReceivedRecord(
                uuid("recordId", String.valueOf(value(metric, "recordId"))),
                uuid("user", String.valueOf(value(metric, "user"))),
                recordType,
                revision,
                hash.isBlank() ? ContentHash.of(metric) : hash,
                (Boolean) value(metric, "deleted"),
                instant(metric, "startEpochMillis"),
                instant(metric, "endEpochMillis"),
                date(metric),
                Packed.of(RecordJson.write(metric)),
                null,
                Origin.of(
                        String.valueOf(value(metric, "acquisition")),
                        (Provenance) value(metric, "provenance")));
    }

    /** When it was over at the latest; null where that is not known. */
    public @Nullable Instant overAt() {
        if (endedAt != null || localDate == null) {
            return endedAt;
        }
        return localDate.plusDays(1).atStartOfDay().toInstant(LAST);
    }

    static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidRecordException(field + " is not a UUID");
        }
    }

    private static @Nullable Instant instant(SpecificRecord metric, String field) {
        return optional(metric, field) instanceof Long at ? Instant.ofEpochMilli(at) : null;
    }

    private static @Nullable LocalDate date(SpecificRecord metric) {
        String text = String.valueOf(value(metric, "localDate"));
        if (text.isEmpty() && (Boolean) value(metric, "deleted")) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidRecordException("localDate is not a date");
        }
    }

    private static Object value(SpecificRecord metric, String field) {
        Object value = optional(metric, field);
        if (value == null) {
            throw new InvalidRecordException(field + " is null");
        }
        return value;
    }

    private static @Nullable Object optional(SpecificRecord metric, String field) {
        Schema.Field known = metric.getSchema().getField(field);
        return known == null ? null : metric.get(known.pos());
    }
}
