package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes one page of the activity log list apart without touching a byte of the logs in it.
 *
 * @param logs the bytes of each log object, as they stand in the page
 * @param next address of the next page; null at the end
 */
record ActivityLogs(List<byte[]> logs, @Nullable String next) {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /**
     * Takes a page apart.
     *
     * @throws IOException if it is not JSON of the documented shape
     */
    static ActivityLogs read(byte[] page) throws IOException {
        List<byte[]> logs = new ArrayList<>();
        @Nullable String next = null;
        try (JsonParser json = FACTORY.createParser(page)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the page is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "activities" -> readLogs(json, page, logs);
                    case "pagination" -> next = next(json);
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the page ends early");
            }
        }
        return new ActivityLogs(logs, next);
    }

    private static void readLogs(JsonParser json, byte[] page, List<byte[]> logs)
            throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("activities is no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            int to = (int) json.currentLocation().getByteOffset();
            logs.add(Arrays.copyOfRange(page, from, to));
        }
    }

    private static @Nullable String next(JsonParser json) throws IOException {
        JsonNode pagination = json.readValueAsTree();
        String next = pagination.path("next").asText("");
        return next.isBlank() ? null : next;
    }
}
