package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.WeightLog;
import java.time.InstantSource;
import java.time.ZonedDateTime;

/** {@code GET /1/user/-/body/log/weight/date/...} (fact sheet section 4.17). */
final class WeightEndpoint {
    private static final int LONGEST_RANGE = 31;

    private final People people;
    private final InstantSource clock;
    private final Switches switches;

    WeightEndpoint(People people, InstantSource clock, Switches switches) {
        this.people = people;
        this.clock = clock;
        this.switches = switches;
    }

    /** {@code .../date/{date}.json}. */
    Answer date(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        return logs(request, shown, DateRange.one(request, shown.today()));
    }

    /** {@code .../date/{date}/{end}.json}. */
    Answer range(Request request, Caller caller) {
        Shown shown = Shown.of(people, caller, clock);
        return logs(request, shown, DateRange.of(request, shown.today(), LONGEST_RANGE, switches));
    }

    private static Answer logs(Request request, Shown shown, DateRange range) {
        Units units = Units.of(request);
        ObjectNode document = Json.object();
        ArrayNode logs = document.putArray("weight");
        for (WeightLog weight : shown.weights(range.from(), range.to())) {
            ZonedDateTime local =
                    weight.at().atZone(shown.people().zoneAt(shown.user().id(), weight.at()));
            ObjectNode log =
                    logs.addObject()
                            .put("bmi", weight.bodyMassIndex())
                            .put("date", weight.date().toString());
            if (weight.bodyFatPercent() != null) {
                log.put("fat", weight.bodyFatPercent());
            }
            log.put("logId", weight.logId())
                    .put("source", weight.teller())
                    .put("time", LocalTimes.TIME.format(local))
                    .put("weight", units.weight(weight.kilograms()));
        }
        return Answer.json(200, document);
    }
}
