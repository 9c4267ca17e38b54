package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pulseline.normalizer.record.Decimals;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.io.IOException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An answer of an intraday endpoint, read as a stream. Its first block has two shapes (whole day,
 * time window) that say nothing that the dataset of the second does not; only that is read, row by
 * row.
 */
final class IntradayDocument {
    /** A day has 86,400 seconds and a request spans a day at most. */
    private static final int MOST_ROWS = 200_000;

    private final JsonParser json;
    private final Series series;
    private final Oddities oddities;
    private final Row sink;
    private int rows;
    private boolean recognised;
    private boolean hasIntraday;
    private @Nullable Integer interval;
    private @Nullable String intervalUnit;

    private IntradayDocument(JsonParser json, Series series, Oddities oddities, Row sink) {
        this.json = json;
        this.series = series;
        this.oddities = oddities;
        this.sink = sink;
    }

    /** Which endpoint's answer is read. */
    enum Series {
        HEART_RATE("heart-rate part", "activities-heart"),
        STEPS("steps part", "activities-steps");

        private final String part;
        private final String block;

        Series(String part, String block) {
            this.part = part;
            this.block = block;
        }

        /** What reasons call it. */
        String part() {
            return part;
        }

        /** Name of the answer's first block. */
        String block() {
            return block;
        }

        /** Name of the answer's second block. */
        String intradayBlock() {
            return block + "-intraday";
        }
    }

    /** Told of each row in the order of the document: a time of day, without a date. */
    @FunctionalInterface
    interface Row {
        void at(LocalTime time, double value);
    }

    /**
     * What stands beside the rows.
     *
     * @param hasIntraday false where Fitbit left the dataset out, as it does for an application
     *     without the right to it
     * @param secondsBetweenRows as the document says; null where it does not
     */
    record Summary(boolean hasIntraday, @Nullable Integer secondsBetweenRows) {}

    /**
     * Reads the document to its end; nothing is told where Fitbit has no rows.
     *
     * @throws UnmappableException if the bytes are no answer of this endpoint
     */
    static Summary read(byte[] bytes, Series series, Oddities oddities, Row sink) {
        try (JsonParser json = JsonParts.parser(bytes)) {
            IntradayDocument document = new IntradayDocument(json, series, oddities, sink);
            document.readTop();
            return new Summary(document.hasIntraday, document.secondsBetweenRows());
        } catch (IOException e) {
            throw JsonParts.malformed(series.part(), e);
        }
    }

    private @Nullable Integer secondsBetweenRows() {
        if (interval == null || intervalUnit == null) {
            return null;
        }
        return switch (intervalUnit) {
            case "second" -> interval;
            case "minute" -> interval * 60;
            default -> null;
        };
    }

    private void readTop() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnmappableException(series.part() + " is not a JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            readBlock(json.currentName(), json.nextToken());
        }
        if (!recognised) {
            throw new UnmappableException(
                    series.part() + " has neither " + series.block() + " nor its intraday rows");
        }
        if (json.nextToken() != null) {
            throw new UnmappableException(series.part() + " goes on after its end");
        }
    }

    private void readBlock(String field, JsonToken value) throws IOException {
        if (field.equals("errors") || field.equals("error")) {
            throw FitbitJson.anError(series.part());
        }
        if (field.equals(series.intradayBlock()) && value == JsonToken.START_OBJECT) {
            recognised = true;
            hasIntraday = true;
            readIntraday();
            return;
        }
        recognised |= field.equals(series.block()) || field.equals(series.intradayBlock());
        json.skipChildren();
    }

    private void readIntraday() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("dataset") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    readRow();
                }
            } else if (field.equals("datasetInterval") && value == JsonToken.VALUE_NUMBER_INT) {
                interval = json.getIntValue();
            } else if (field.equals("datasetType") && value == JsonToken.VALUE_STRING) {
                intervalUnit = json.getText();
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
                value = Decimals.finite(json.getText());
            }
        }
        if (time == null || value == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (rows == MOST_ROWS) {
            throw new UnmappableException(series.part() + " has more than " + MOST_ROWS + " rows");
        } else {
            rows++;
            sink.at(time, value);
        }
    }
}
