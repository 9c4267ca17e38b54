package io.pulseline.ingest.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.document.UnexpectedShapeException;
import io.pulseline.ingest.sync.ListQuestion;
import io.pulseline.ingest.sync.ListedThing;
import io.pulseline.ingest.sync.Listing;
import io.pulseline.ingest.sync.ReadPart;
import io.pulseline.ingest.sync.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sleep log, by range of the dates on which sleep ended. */
@ApplicationScoped
class SleepLogs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FitbitHttp http;

    SleepLogs(FitbitHttp http) {
        this.http = http;
    }

    ProviderAnswer<Listing> list(String accessToken, ListQuestion question) {
        String path = "/1.2/user/-/sleep/date/" + question.from() + "/" + question.to() + ".json";
        return http.get(accessToken, path).then(document -> listing(document, question));
    }

    static ProviderAnswer<Listing> listing(FitbitDocument document, ListQuestion question) {
        Map<String, ListedThing> things = new LinkedHashMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        LogPage page;
        try {
            page = LogPage.read(document.body(), "sleep");
        } catch (UnexpectedShapeException e) {
            ReadPart whole = self(document, question, document.body());
            unreadable.add(new Unreadable(whole, String.valueOf(e.getMessage())));
            page = new LogPage(List.of(), null, null);
        } catch (IOException _) {
            return new ProviderAnswer.Unavailable<>("unreadable sleep log");
        }
        for (byte[] entry : page.entries()) {
            ReadPart self = self(document, question, entry);
            Optional<ListedThing> thing = thing(self, question.zones());
            thing.ifPresentOrElse(
                    log -> things.put(log.providerId(), log),
                    () ->
                            unreadable.add(
                                    new Unreadable(
                                            self,
                                            "a sleep log without id, date, start or duration")));
        }
        boolean complete = unreadable.isEmpty() && page.pending() == null;
        return new ProviderAnswer.Given<>(
                new Listing(
                        List.copyOf(things.values()), unreadable, complete, page.pending(), null));
    }

    private static ReadPart self(FitbitDocument document, ListQuestion question, byte[] entry) {
        return document.part(PartKind.LOG, question.from(), question.to(), entry);
    }

    /** Empty if id, date, start or duration is missing or makes no sense. */
    static Optional<ListedThing> thing(ReadPart self, ZoneHistory zones) {
        try {
            JsonNode log = JSON.readTree(self.body());
            String id = log.path("logId").asText();
            if (!id.matches("\\d{1,20}") || !log.path("duration").canConvertToLong()) {
                return Optional.empty();
            }
            LocalDate date = LocalDate.parse(log.path("dateOfSleep").asText());
            Instant start = zones.instantOf(LocalDateTime.parse(log.path("startTime").asText()));
            // Fitbit's end is wall time, its duration is true also over a clock change.
            Instant end = start.plus(Duration.ofMillis(log.path("duration").longValue()));
            return Optional.of(new ListedThing(id, start, end, date, null, List.of(), self));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
