package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.document.UnexpectedShapeException;
import io.pulseline.ingest.sync.DatedReading;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what Fitbit keeps by local date, and cuts each date's entries out of the answer. */
@ApplicationScoped
class FitbitDated {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FitbitHttp http;

    FitbitDated(FitbitHttp http) {
        this.http = http;
    }

    /** A 404 is Fitbit's word for "nothing" at some of these addresses. */
    ProviderAnswer<DatedReading> read(
            String accessToken, DatedEndpoint endpoint, LocalDate from, LocalDate to) {
        ProviderAnswer<FitbitDocument> answer = http.get(accessToken, endpoint.path(from, to));
        if (answer instanceof ProviderAnswer.Absent<FitbitDocument>) {
            return new ProviderAnswer.Given<>(new DatedReading(from, to, Map.of(), List.of()));
        }
        return answer.then(document -> cut(document, endpoint, from, to));
    }

    /** The entries of an answer by date. */
    static ProviderAnswer<DatedReading> cut(
            FitbitDocument document, DatedEndpoint endpoint, LocalDate from, LocalDate to) {
        Map<LocalDate, List<ReadPart>> byDate = new TreeMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        try {
            for (byte[] entry : entries(document, endpoint)) {
                take(document, endpoint, from, to, entry, byDate, unreadable);
            }
        } catch (UnexpectedShapeException e) {
            ReadPart whole = document.part(endpoint.partKind(), from, to, document.body());
            unreadable.add(new Unreadable(whole, String.valueOf(e.getMessage())));
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable " + endpoint.partKind());
        }
        return new ProviderAnswer.Given<>(new DatedReading(from, to, byDate, unreadable));
    }

    private static List<byte[]> entries(FitbitDocument document, DatedEndpoint endpoint)
            throws IOException {
        if (endpoint.isWhole()) {
            boolean summary = JSON.readTree(document.body()).path("summary").isObject();
            if (!summary) {
                throw new UnexpectedShapeException("a daily summary without its summary");
            }
            return List.of(document.body());
        }
        return LogPage.read(document.body(), endpoint.list()).entries();
    }

    private static void take(
            FitbitDocument document,
            DatedEndpoint endpoint,
            LocalDate from,
            LocalDate to,
            byte[] entry,
            Map<LocalDate, List<ReadPart>> byDate,
            List<Unreadable> unreadable)
            throws IOException {
        ReadPart part = part(document, endpoint, from, to, entry);
        try {
            JsonNode node = JSON.readTree(entry);
            LocalDate date =
                    endpoint.isWhole()
                            ? from
                            : LocalDate.parse(node.path(endpoint.dateField()).asText());
            boolean saysMore =
                    node.size() > 1 && !(endpoint.isComparedOnly() && isZero(node.path("value")));
            if (saysMore && !date.isBefore(from) && !date.isAfter(to)) {
                byDate.computeIfAbsent(date, _ -> new ArrayList<>()).add(part);
            }
        } catch (DateTimeException _) {
            unreadable.add(new Unreadable(part, "an entry without a date"));
        }
    }

    private static boolean isZero(JsonNode value) {
        return value.asText().equals("0");
    }

    private static ReadPart part(
            FitbitDocument document,
            DatedEndpoint endpoint,
            LocalDate from,
            LocalDate to,
            byte[] entry) {
        return endpoint.isComparedOnly()
                ? document.note(endpoint.partKind(), entry)
                : document.part(endpoint.partKind(), from, to, entry);
    }
}
