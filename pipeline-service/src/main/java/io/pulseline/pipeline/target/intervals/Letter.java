package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a result until it has been sent: a JSON object of an activity (what the place is
 * to call it, when it was, the FIT file in base64) or of a wellness day.
 */
final class Letter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode json;

    private Letter(JsonNode json) {
        this.json = json;
    }

    /** Fields to be laid over that day, {@code yyyy-MM-dd}. */
    static Content ofDay(String date, ObjectNode fields) {
        ObjectNode letter = JSON.createObjectNode().put("date", date);
        letter.set("wellness", fields);
        return written(letter);
    }

    /** With the fields {@code activity}, and those that tell when it was. */
    static Content written(ObjectNode letter) {
        try {
            return new Content.Bytes(JSON.writeValueAsBytes(letter));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static Letter read(byte[] content) {
        try {
            return new Letter(JSON.readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's content is not our JSON", e);
        }
    }

    boolean isOfDay() {
        return json.has("wellness");
    }

    String date() {
        return json.path("date").asText();
    }

    JsonNode wellness() {
        return json.path("wellness");
    }

    /** The record's id. */
    String externalId() {
        return json.path("activity").path("external_id").asText();
    }

    /** What the place is to call the activity; without what it does not say. */
    ObjectNode wanted() {
        ObjectNode wanted = json.path("activity").deepCopy();
        return wanted.without(List.of("external_id"));
    }

    String name() {
        return json.path("activity").path("name").asText();
    }

    /** Empty only of a deleted activity of which nobody knows it. */
    Optional<Instant> start() {
        JsonNode start = json.path("startEpochMillis");
        return start.isNumber()
                ? Optional.of(Instant.ofEpochMilli(start.asLong()))
                : Optional.empty();
    }

    /** Of local time from UTC. */
    ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(json.path("startOffsetSeconds").asInt(0));
    }

    Optional<LocalDate> localDate() {
        return start().map(start -> start.atOffset(offset()).toLocalDate());
    }

    /** Pauses included. */
    Optional<Duration> elapsed() {
        JsonNode elapsed = json.path("elapsedMilliseconds");
        return elapsed.isNumber()
                ? Optional.of(Duration.ofMillis(elapsed.asLong()))
                : Optional.empty();
    }

    byte[] fit() {
        try {
            return json.path("fit").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's FIT file is not base64", e);
        }
    }
}
