package io.pulseline.ingest.fitbit;

import io.pulseline.ingest.sync.ReadPart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A usable answer of the Fitbit API.
 *
 * @param path path and query of the request
 * @param body byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FitbitDocument(
        String path, int status, @Nullable String contentType, Instant readAt, byte[] body) {
    /** What we ask for by sending no {@code Accept-Language}. */
    static final String UNITS = "METRIC";

    /** Bytes that are kept to be compared with and go into no payload. */
    ReadPart note(String kind, byte[] bytes) {
        return new ReadPart(kind, path, null, null, 0, null, UNITS, readAt, bytes);
    }

    /**
     * A part of a payload cut from this answer.
     *
     * @param first first local date asked for; null where the request names none
     * @param last last local date asked for; null where the request names none
     * @param bytes as they stand in the body
     */
    ReadPart part(String kind, @Nullable LocalDate first, @Nullable LocalDate last, byte[] bytes) {
        return new ReadPart(kind, path, first, last, status, contentType, UNITS, readAt, bytes);
    }
}
