package io.pulseline.ingest.googlehealth;

import io.pulseline.ingest.sync.ReadPart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A usable answer of the Google Health API.
 *
 * @param path path and query of the request, without page tokens
 * @param body byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GoogleDocument(
        String path, int status, @Nullable String contentType, Instant readAt, byte[] body) {
    /** Google has no other units: each field's name says its own. */
    static final String UNITS = "METRIC";

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
