package io.pulseline.pipeline.target.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.Boost;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record in our JSON, all of it, with what its boosters did in {@code boosts}: as a webhook's
 * {@code data} with series. Such a file of an activity can be uploaded again.
 */
public final class RecordFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordFile() {}

    /** The file, in UTF-8; the same input gives the same bytes. */
    public static byte[] json(SpecificRecord record, List<Boost> boosts) {
        ObjectNode whole = (ObjectNode) RecordJson.tree(record, Set.of());
        ArrayNode told = whole.putArray("boosts");
        for (Boost boost : boosts) {
            told.add(RecordJson.tree(boost, Set.of()));
        }
        try {
            return JSON.writeValueAsBytes(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
