package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.document.JsonEntries;
import io.pulseline.ingest.document.UnexpectedShapeException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer with a list in it apart without touching a byte of the entries.
 *
 * @param entries the bytes of each entry, as they stand in the answer
 * @param next address of the next page; null at the end
 * @param pending how long Fitbit still works on the answer; null if it has one
 */
record LogPage(List<byte[]> entries, @Nullable String next, @Nullable Duration pending) {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /** Where Fitbit does not say how long it needs. */
    private static final long PENDING_MILLIS = 3_000;

    /**
     * Takes an answer apart.
     *
     * @param field name of the list; empty where the answer itself is the list
     * @throws UnexpectedShapeException if there is no such list
     * @throws IOException if it is not JSON
     */
    static LogPage read(byte[] page, String field) throws IOException {
        try (JsonParser json = FACTORY.createParser(page)) {
            @Nullable JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY && field.isEmpty()) {
                return new LogPage(JsonEntries.read(json, page), null, null);
            }
            if (first == null) {
                throw new IOException("the answer is empty");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new UnexpectedShapeException("the answer is no JSON object");
            }
            return field.isEmpty() ? single(json, page) : members(json, page, field);
        }
    }

    /** One entry where a list of one was expected; an empty object is no entry. */
    private static LogPage single(JsonParser json, byte[] page) throws IOException {
        boolean empty = json.nextToken() == JsonToken.END_OBJECT;
        while (!json.isClosed() && json.nextToken() != null) {
            json.skipChildren();
        }
        return new LogPage(empty ? List.of() : List.of(page), null, null);
    }

    private static LogPage members(JsonParser json, byte[] page, String field) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        @Nullable String next = null;
        @Nullable Duration pending = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals(field)) {
                entries.addAll(JsonEntries.read(json, page));
            } else if (name.equals("pagination")) {
                next = next(json);
            } else if (name.equals("meta")) {
                pending = pending(json);
            } else {
                json.skipChildren();
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the answer ends early");
        }
        return new LogPage(entries, next, pending);
    }

    private static @Nullable String next(JsonParser json) throws IOException {
        JsonNode pagination = json.readValueAsTree();
        String next = pagination.path("next").asText("");
        return next.isBlank() ? null : next;
    }

    private static @Nullable Duration pending(JsonParser json) throws IOException {
        JsonNode meta = json.readValueAsTree();
        return meta.path("state").asText().equals("pending")
                ? Duration.ofMillis(meta.path("retryDuration").asLong(PENDING_MILLIS))
                : null;
    }
}
