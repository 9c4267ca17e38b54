package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** How often a topic tells a record again whose content has not changed: allowed, but not free. */
final class Repetition {
    private final String recordType;
    private final Map<String, String> lastContent = new HashMap<>();
    private long all;
    private long repeated;

    Repetition(String recordType) {
        this.recordType = recordType;
    }

    /** Takes the next message about a record. */
    void add(String recordId, JsonNode record) {
        String content = record.path("contentHash").asText();
        all++;
        if (content.equals(lastContent.put(recordId, content))) {
            repeated++;
        }
    }

    String recordType() {
        return recordType;
    }

    /** How many messages there were. */
    long all() {
        return all;
    }

    /** How many of them had the content of the one before. */
    long repeated() {
        return repeated;
    }
}
