package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the last sample of a heart rate answer; a full day has thousands, so nothing is kept. */
final class HeartRateEnd {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private HeartRateEnd() {}

    /**
     * Wall time of the last sample; empty if there is none.
     *
     * @param window what was asked for: rows carry the time only, and one earlier than the window's
     *     start belongs to the next date
     * @throws IOException if it is not JSON of the documented shape
     */
    static Optional<LocalDateTime> of(byte[] body, HeartRateWindow window) throws IOException {
        @Nullable String last = null;
        boolean seen = false;
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean intraday = json.currentName().equals("activities-heart-intraday");
                json.nextToken();
                if (intraday) {
                    last = lastTime(json);
                    seen = true;
                } else {
                    json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the answer ends early");
            }
        }
        if (!seen) {
            throw new IOException("the answer has no intraday block");
        }
        return last == null ? Optional.empty() : Optional.of(placed(last, window));
    }

    private static @Nullable String lastTime(JsonParser json) throws IOException {
        @Nullable String last = null;
        int depth = 1;
        while (depth > 0) {
            @Nullable JsonToken token = json.nextToken();
            if (token == null) {
                throw new IOException("the answer ends early");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("time")) {
                last = json.nextTextValue();
            }
        }
        return last;
    }

    private static LocalDateTime placed(String time, HeartRateWindow window) throws IOException {
        try {
            LocalTime read = LocalTime.parse(time);
            boolean nextDate = read.isBefore(window.from().toLocalTime());
            return read.atDate(nextDate ? window.lastDate() : window.firstDate());
        } catch (DateTimeException e) {
            throw new IOException("the answer has a time that is none", e);
        }
    }
}
