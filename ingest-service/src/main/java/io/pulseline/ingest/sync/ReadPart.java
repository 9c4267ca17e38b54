package io.pulseline.ingest.sync;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a provider, untouched.
 *
 * @param kind one of {@link io.pulseline.contracts.OpenSets.PayloadKind}'s parts
 * @param requestPath path and query, never with a token
 * @param firstLocalDate first local date asked for; null where the request names none
 * @param lastLocalDate last local date asked for; null where the request names none
 * @param unitSystem asked for, {@code METRIC}
 * @param body byte for byte; never changed after it was handed in
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of megabytes helps nobody
public record ReadPart(
        String kind,
        String requestPath,
        @Nullable LocalDate firstLocalDate,
        @Nullable LocalDate lastLocalDate,
        int status,
        @Nullable String contentType,
        String unitSystem,
        Instant capturedAt,
        byte[] body) {
    /** Never the body: it holds health data. */
    @Override
    public String toString() {
        return "ReadPart[kind=" + kind + ", status=" + status + ", bytes=" + body.length + "]";
    }
}
