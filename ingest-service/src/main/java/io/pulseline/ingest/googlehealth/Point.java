package io.pulseline.ingest.googlehealth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few fields of a data point, or of a rollup's window, that decide what else to ask for.
 *
 * @param envelope the point
 * @param value its one member that is called by its type
 */
record Point(JsonNode envelope, JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code -14400s}; some clients met {@code -04:00}. */
    private static final Pattern SECONDS = Pattern.compile("(-?\\d{1,5})(?:\\.0+)?s");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /**
     * Reads a point.
     *
     * @param type as paths spell it
     * @throws IOException if it is not JSON
     */
    static Point read(byte[] point, String type) throws IOException {
        JsonNode root = JSON.readTree(point);
        return new Point(root, root.path(key(type)));
    }

    /**
     * When a point was measured or began, as {@link #at} tells it: a day of heart rate has tens of
     * thousands, of which nothing else is looked at.
     *
     * @param type as paths spell it
     * @throws IOException if it is not JSON
     */
    static Optional<Instant> at(byte[] point, String type) throws IOException {
        try (JsonParser json = JSON.createParser(point)) {
            Optional<Instant> at =
                    in(json, key(type)) && in(json, "sampleTime") && in(json, "physicalTime")
                            ? instant(json.getText())
                            : Optional.empty();
            return at.isPresent() ? at : read(point, type).at();
        }
    }

    /** Steps to the value of a member of the object that begins next; false if it has none. */
    private static boolean in(JsonParser json, String name) throws IOException {
        JsonToken first = json.currentToken() == null ? json.nextToken() : json.currentToken();
        if (first != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(name);
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    /** A data type as points spell it: {@code heart-rate} is {@code heartRate} there. */
    static String key(String type) {
        StringBuilder key = new StringBuilder();
        for (String word : type.split("-", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    /** Google's id of it, listed or reconciled; empty if it has none. */
    Optional<String> id() {
        String name = envelope.path("name").asText(envelope.path("dataPointName").asText(""));
        String id = name.substring(name.lastIndexOf('/') + 1);
        return NAME.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    Optional<Instant> start() {
        return instant(value.path("interval").path("startTime"));
    }

    Optional<Instant> end() {
        return instant(value.path("interval").path("endTime"));
    }

    /** When Google last wrote it; empty if it does not tell. */
    Optional<Instant> touchedAt() {
        return instant(value.path("updateTime")).or(() -> instant(value.path("createTime")));
    }

    /**
     * Whether a sleep with an end has been worked out (fact sheet 4.7): it has a summary, and is
     * marked as processed. False is left out where it is written, so metadata without the mark mean
     * that it is not, but where they have a verdict on the stages or a person wrote the sleep down.
     * The normalizer goes by the same.
     */
    boolean isSleepDone() {
        JsonNode metadata = value.path("metadata");
        JsonNode processed = metadata.path("processed");
        if (!value.path("summary").isObject()) {
            return false;
        }
        return processed.isBoolean()
                ? processed.booleanValue()
                : !metadata.isObject()
                        || metadata.path("stagesStatus").isTextual()
                        || "MANUAL"
                                .equals(
                                        envelope.path("dataSource")
                                                .path("recordingMethod")
                                                .asText());
    }

    Optional<ZoneOffset> startOffset() {
        return offset(value.path("interval").path("startUtcOffset"));
    }

    Optional<ZoneOffset> endOffset() {
        return offset(value.path("interval").path("endUtcOffset"));
    }

    /** When it was measured or began, whatever its kind; of a date, the date's midnight in UTC. */
    Optional<Instant> at() {
        return instant(value.path("sampleTime").path("physicalTime"))
                .or(this::start)
                .or(() -> date().map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /**
     * The local date it is of: the one it tells, or the one that clocks showed where it was taken.
     *
     * @param zone for a sample without an offset
     */
    Optional<LocalDate> localDate(ZoneId zone) {
        return date().or(() -> {
            JsonNode sample = value.path("sampleTime");
            ZoneId there = offset(sample.path("utcOffset")).<ZoneId>map(o -> o).orElse(zone);
            return instant(sample.path("physicalTime")).map(at -> at.atZone(there).toLocalDate());
        });
    }

    /** The date of a daily type, or on which a rollup's window begins. */
    private Optional<LocalDate> date() {
        return date(value.path("date"))
                .or(() -> date(envelope.path("civilStartTime").path("date")));
    }

    private static Optional<LocalDate> date(JsonNode date) {
        try {
            return date.path("year").asInt() > 0
                    ? Optional.of(
                            LocalDate.of(
                                    date.path("year").asInt(),
                                    date.path("month").asInt(),
                                    date.path("day").asInt()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(JsonNode time) {
        return time.isTextual() ? instant(time.asText()) : Optional.empty();
    }

    private static Optional<Instant> instant(String time) {
        try {
            return Optional.of(Instant.parse(time.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(JsonNode offset) {
        String text = offset.asText("").strip();
        Matcher seconds = SECONDS.matcher(text);
        try {
            if (seconds.matches()) {
                return Optional.of(ZoneOffset.ofTotalSeconds(Integer.parseInt(seconds.group(1))));
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
