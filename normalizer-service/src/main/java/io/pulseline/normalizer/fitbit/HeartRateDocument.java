package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the heart-rate intraday endpoint. Its first block has two shapes (whole day, time
 * window) that say nothing an activity needs; only the dataset of the second is read, row by row.
 */
final class HeartRateDocument {
    static final String PART = "heart-rate part";

    /** A day has 86,400 seconds and a request spans a day at most. */
    private static final int MOST_ROWS = 200_000;

    private final JsonParser json;
    private final Oddities oddities;
    private final List<HeartRateRow> rows = new ArrayList<>();
    private boolean recognised;

    private HeartRateDocument(JsonParser json, Oddities oddities) {
        this.json = json;
        this.oddities = oddities;
    }

    /**
     * The rows in the order of the document; empty where Fitbit has none.
     *
     * @throws UnmappableException if the bytes are no answer of this endpoint
     */
    static List<HeartRateRow> read(byte[] bytes, Oddities oddities) {
        try (JsonParser json = FitbitJson.parser(bytes)) {
            HeartRateDocument document = new HeartRateDocument(json, oddities);
            document.readTop();
            return document.rows;
        } catch (IOException e) {
            throw FitbitJson.malformed(PART, e);
        }
    }

    private void readTop() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnmappableException(PART + " is not a JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            switch (field) {
                case "errors", "error" -> throw FitbitJson.anError(PART);
                case "activities-heart-intraday" -> {
                    recognised = true;
                    if (value == JsonToken.START_OBJECT) {
                        readIntraday();
                    } else {
                        json.skipChildren();
                    }
                }
                case "activities-heart" -> {
                    recognised = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        if (!recognised) {
            throw new UnmappableException(PART + " is no answer of the heart-rate endpoint");
        }
        if (json.nextToken() != null) {
            throw new UnmappableException(PART + " goes on after its end");
        }
    }

    private void readIntraday() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("dataset") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    readRow();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void readRow() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            oddities.met(Oddity.ROW_UNREADABLE);
            return;
        }
        @Nullable LocalTime time = null;
        @Nullable Double value = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            if (!token.isScalarValue()) {
                json.skipChildren();
            } else if (field.equals("time")) {
                time = FitbitTimes.timeOfDay(json.getText());
            } else if (field.equals("value")) {
                value = FitbitJson.parsed(json.getText());
            }
        }
        if (time == null || value == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (rows.size() == MOST_ROWS) {
            throw new UnmappableException(PART + " has more than " + MOST_ROWS + " rows");
        } else {
            rows.add(new HeartRateRow(time, value));
        }
    }
}
