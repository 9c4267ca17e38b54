package io.pulseline.pipeline.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export, as its user sees it.
 *
 * @param reason why it failed; null if it did not
 * @param done rows written so far
 * @param total rows there are; 0 until they are counted
 * @param percent 0 to 100
 * @param bytes size of the file; null unless it is READY
 * @param expiresAt when it goes; null while it is RUNNING
 * @param file path of the file; null unless it is READY
 */
record ExportView(
        UUID exportId,
        ExportState state,
        @Nullable String reason,
        Instant askedAt,
        long done,
        long total,
        int percent,
        @Nullable Long bytes,
        @Nullable Instant expiresAt,
        @Nullable String file) {
    private static final long ALL = 100;

    static ExportView of(Export export) {
        boolean ready = export.state() == ExportState.READY;
        return new ExportView(
                export.id(),
                export.state(),
                export.reason(),
                export.askedAt(),
                export.done(),
                export.total(),
                percent(export),
                export.bytes(),
                export.expiresAt(),
                ready ? "/api/me/exports/" + export.id() + "/file" : null);
    }

    private static int percent(Export export) {
        if (export.state() == ExportState.READY) {
            return (int) ALL;
        }
        long total = Math.max(1, export.total());
        return Math.toIntExact(Math.min(ALL - 1, ALL * export.done() / total));
    }
}
