package io.pulseline.ingest.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a list in a JSON document into its entries. */
public final class JsonEntries {
    private JsonEntries() {}

    /**
     * The bytes of each entry, as they stand in the document.
     *
     * @param json at the list's beginning; at its end afterwards
     * @param document the bytes that the parser reads
     * @throws UnexpectedShapeException if there is no list
     * @throws IOException if it is not JSON
     */
    public static List<byte[]> read(JsonParser json, byte[] document) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedShapeException("what should be a list is none");
        }
        List<byte[]> entries = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            int to = (int) json.currentLocation().getByteOffset();
            entries.add(Arrays.copyOfRange(document, from, to));
        }
        return entries;
    }
}
