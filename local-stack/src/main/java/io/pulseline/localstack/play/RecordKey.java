package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a record is of: {@code log <id>}, {@code <local date>/<slot>} or {@code <local date>}. The
 * simulator's logs have one id at both providers, so a log that came in under both is one key.
 */
record RecordKey(String text) {
    static RecordKey ofTruth(JsonNode line) {
        return line.hasNonNull("logId") ? log(line.path("logId").asText()) : dated(line);
    }

    static RecordKey ofRecord(JsonNode record) {
        return record.hasNonNull("thingKey")
                ? log(thing(record.path("thingKey").asText()))
                : dated(record);
    }

    private static RecordKey log(String id) {
        return new RecordKey("log " + id);
    }

    /** The provider's own id of a thing. */
    private static String thing(String thingKey) {
        return thingKey.substring(thingKey.indexOf(':') + 1);
    }

    private static RecordKey dated(JsonNode fields) {
        String date = fields.path("localDate").asText();
        return new RecordKey(
                fields.hasNonNull("slot") ? date + "/" + fields.path("slot").asInt() : date);
    }

    @Override
    public String toString() {
        return text;
    }
}
