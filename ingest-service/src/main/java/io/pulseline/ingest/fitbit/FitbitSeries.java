package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.sync.SeriesQuestion;
import io.pulseline.ingest.sync.SeriesQuestion.Detail;
import io.pulseline.ingest.sync.SeriesReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heart rate and steps of one local date, row by row. */
@ApplicationScoped
class FitbitSeries {
    /** Answered by applications without the right to intraday data instead of a 403. */
    static final String NO_INTRADAY = "no intraday block";

    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private final FitbitHttp http;

    FitbitSeries(FitbitHttp http) {
        this.http = http;
    }

    /**
     * What Fitbit calls a series.
     *
     * @param detail finest level
     */
    private record Resource(String name, String partKind, String detail) {
        static Resource of(String kind) {
            return switch (kind) {
                case PayloadKind.HEART_RATE -> new Resource("heart", PartKind.HEART_RATE, "1sec");
                case PayloadKind.STEPS -> new Resource("steps", PartKind.STEPS, "1min");
                default -> throw new IllegalArgumentException("no series is named " + kind);
            };
        }

        String path(SeriesQuestion question) {
            String level = question.detail() == Detail.FINE ? detail : "1min";
            return String.format(
                    Locale.ROOT,
                    "/1/user/-/activities/%s/date/%s/1d/%s/time/%02d:00/23:59.json",
                    name,
                    question.date(),
                    level,
                    question.fromHour());
        }

        String block() {
            return "activities-" + name + "-intraday";
        }
    }

    ProviderAnswer<SeriesReading> read(String accessToken, SeriesQuestion question) {
        Resource resource = Resource.of(question.kind());
        return http.get(accessToken, resource.path(question))
                .then(document -> reading(document, resource, question));
    }

    private static ProviderAnswer<SeriesReading> reading(
            FitbitDocument document, Resource resource, SeriesQuestion question) {
        try {
            @Nullable Map<Integer, String> hours =
                    hours(document.body(), resource.block(), question.until());
            if (hours == null) {
                return new ProviderAnswer.Forbidden<>(NO_INTRADAY);
            }
            return new ProviderAnswer.Given<>(
                    new SeriesReading(
                            List.of(
                                    document.part(
                                            resource.partKind(),
                                            question.date(),
                                            question.date(),
                                            document.body())),
                            hours));
        } catch (IOException | DateTimeException _) {
            return new ProviderAnswer.Unavailable<>("unreadable " + question.kind());
        }
    }

    /**
     * Hash of the rows of each local hour.
     *
     * @param until later rows are left out; null for none
     * @return null if the answer has no such block
     * @throws IOException if it is not JSON of the documented shape
     */
    static @Nullable Map<Integer, String> hours(
            byte[] body, String block, @Nullable LocalTime until) throws IOException {
        @Nullable RowHashes rows = null;
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(block);
                json.nextToken();
                if (wanted) {
                    rows = new RowHashes(until);
                    readBlock(json, rows);
                } else {
                    json.skipChildren();
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("the answer ends early");
            }
        }
        return rows == null ? null : rows.byHour();
    }

    private static void readBlock(JsonParser json, RowHashes rows) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("the intraday block is no object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean dataset = json.currentName().equals("dataset");
            json.nextToken();
            if (dataset && json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    readRow(json, rows);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static void readRow(JsonParser json, RowHashes rows) throws IOException {
        String time = "";
        String value = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("time")) {
                time = json.getText();
            } else if (field.equals("value")) {
                value = json.getText();
            } else {
                json.skipChildren();
            }
        }
        rows.add(time, value);
    }
}
