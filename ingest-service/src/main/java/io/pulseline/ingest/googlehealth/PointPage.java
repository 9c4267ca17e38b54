package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.document.JsonEntries;
import io.pulseline.ingest.document.UnexpectedShapeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a page of data points, or the windows of a rollup, apart without touching a byte of them.
 *
 * @param points the bytes of each, as they stand in the page
 * @param next token of the next page; null at the end
 */
record PointPage(List<byte[]> points, @Nullable String next) {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    /**
     * Takes a page apart; an empty object is a page without points.
     *
     * @throws UnexpectedShapeException if it is no page
     * @throws IOException if it is not JSON
     */
    static PointPage read(byte[] page) throws IOException {
        List<byte[]> points = new ArrayList<>();
        @Nullable String next = null;
        try (JsonParser json = FACTORY.createParser(page)) {
            @Nullable JsonToken first = json.nextToken();
            if (first == null) {
                throw new IOException("the answer is empty");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new UnexpectedShapeException("the answer is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "dataPoints", "rollupDataPoints" ->
                            points.addAll(JsonEntries.read(json, page));
                    case "nextPageToken" -> next = json.getValueAsString("");
                    default -> json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the answer ends early");
            }
        }
        return new PointPage(points, next == null || next.isEmpty() ? null : next);
    }
}
