package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Metrics of a local date (fact sheet section 3.3). */
final class WellnessCalls {
    private final IntervalsBook book;

    WellnessCalls(IntervalsBook book) {
        this.book = book;
    }

    void addTo(Routes routes, IntervalsGate gate) {
        String day = Intervals.API + "/athlete/{athlete}/wellness/{date}";
        routes.add("PUT", day, gate.own(this::put)).add("GET", day, gate.own(this::get));
    }

    private Answer put(Request request, String athlete) {
        Optional<LocalDate> date = date(request);
        if (date.isEmpty()) {
            return IntervalsErrors.invalid("Invalid date");
        }
        JsonNode fields = Json.read(request.body(), JsonNode.class);
        return WellnessField.complaint(fields)
                .map(IntervalsErrors::invalid)
                .orElseGet(() -> Answer.json(200, book.put(athlete, date.get(), fields)));
    }

    private Answer get(Request request, String athlete) {
        return date(request)
                .map(date -> Answer.json(200, book.day(athlete, date)))
                .orElseGet(() -> IntervalsErrors.invalid("Invalid date"));
    }

    private static Optional<LocalDate> date(Request request) {
        try {
            return Optional.of(LocalDate.parse(request.pathValue("date")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
