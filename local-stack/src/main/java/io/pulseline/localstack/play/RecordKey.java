package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;

/**
 * What a record is of: {@code FITBIT:<log id>}, {@code <local date>/<slot>} or {@code <local
 * date>}.
 */
record RecordKey(String text) {
    static RecordKey ofTruth(JsonNode line) {
        return line.hasNonNull("logId")
                ? new RecordKey(Ids.thingKey(OpenSets.Provider.FITBIT, line.path("logId").asText()))
                : dated(line);
    }

    static RecordKey ofRecord(JsonNode record) {
        return record.hasNonNull("thingKey")
                ? new RecordKey(record.path("thingKey").asText())
                : dated(record);
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
