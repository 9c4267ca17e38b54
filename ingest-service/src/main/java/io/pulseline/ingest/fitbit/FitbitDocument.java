package io.pulseline.ingest.fitbit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A usable answer of the Fitbit API.
 *
 * @param path path and query of the request
 * @param body byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FitbitDocument(
        String path, int status, @Nullable String contentType, Instant readAt, byte[] body) {}
