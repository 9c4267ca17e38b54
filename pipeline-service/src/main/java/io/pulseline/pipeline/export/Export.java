package io.pulseline.pipeline.export;

import io.pulseline.pipeline.database.PlainValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code export}.
 *
 * @param reason null unless it has failed
 * @param bytes null unless it is ready
 * @param expiresAt null while it runs
 */
record Export(
        UUID id,
        UUID user,
        ExportState state,
        @Nullable String reason,
        Instant askedAt,
        long done,
        long total,
        @Nullable Long bytes,
        @Nullable Instant expiresAt) {
    /** In the order in which {@link #of} takes them. */
    static final String COLUMNS =
            "export_id, user_id, state, reason, asked_at, done, total, file_bytes, expires_at";

    static Export of(Object[] row) {
        return new Export(
                (UUID) row[0],
                (UUID) row[1],
                ExportState.valueOf((String) row[2]),
                (String) row[3],
                PlainValue.instant(row[4]),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                row[7] == null ? null : ((Number) row[7]).longValue(),
                PlainValue.instantOrNull(row[8]));
    }
}
