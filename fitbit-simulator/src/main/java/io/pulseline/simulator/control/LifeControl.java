package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fitbit.Usage;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.Life;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lives, their truth, and what was asked about them. */
final class LifeControl {
    private final Stage stage;

    LifeControl(Stage stage) {
        this.stage = stage;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/simulator/lives", this::begin)
                .add("GET", "/simulator/lives", _ -> lives(200, stage.people().lives()))
                .add("GET", "/simulator/lives/next", _ -> next())
                .add("GET", "/simulator/lives/struck", _ -> struck())
                .add("GET", "/simulator/truth", this::truth)
                .add("GET", "/simulator/busy", _ -> busy())
                .add("GET", "/simulator/usage", _ -> usage());
    }

    private Answer begin(Request request) {
        Bodies.Lives body = Json.read(request.body(), Bodies.Lives.class);
        Instant now = stage.clock().instant();
        if (body.start() != null) {
            if (body.start().isBefore(now)) {
                throw new IllegalArgumentException(
                        "start is " + body.start() + "; it is " + now + " already");
            }
            stage.play().moveTo(body.start());
        }
        return lives(
                201, stage.play().begin(body.cohort(stage.clock().instant()), body.isFaulty()));
    }

    private Answer lives(int status, List<Life> lives) {
        ObjectNode document = Json.object();
        ArrayNode users = document.putArray("users");
        for (Life life : lives) {
            ObjectNode user =
                    users.addObject()
                            .put("userId", life.user().id())
                            .put("name", life.user().name())
                            .put("zone", life.whereabouts().home().getId())
                            .put("firstDate", life.firstDate().toString())
                            .put("firstSync", life.begin().toString())
                            .put("until", life.end().toString());
            ArrayNode special = user.putArray("special");
            life.specials().stream().sorted().map(Words::of).forEach(special::add);
        }
        return Answer.json(status, document);
    }

    private Answer next() {
        Optional<Instant> next = stage.play().next();
        return Answer.json(
                200, Json.object().put("next", next.map(Instant::toString).orElse(null)));
    }

    private Answer struck() {
        return Answer.json(200, stage.play().struck());
    }

    private Answer busy() {
        return Answer.json(
                200,
                Json.object()
                        .put("requestsInFlight", stage.requests().inFlight())
                        .put(
                                "notificationsInFlight",
                                stage.notifier().inFlight() + stage.google().inFlight()));
    }

    private Answer truth(Request request) {
        Optional<String> owner = request.query().first("owner");
        List<Life> lives =
                stage.people().lives().stream()
                        .filter(life -> owner.isEmpty() || life.user().id().equals(owner.get()))
                        .toList();
        Telling telling =
                new Telling(
                        Telling.Provider.of(request.query().first("provider").orElse("fitbit")),
                        stage.google().knobs().answers());
        Instant now = stage.clock().instant();
        return Answer.streaming(
                "application/x-ndjson",
                out -> TruthLines.write(stage.people(), telling, lives, now, out));
    }

    private Answer usage() {
        ObjectNode document = Json.object();
        ArrayNode users = document.putArray("users");
        for (Usage.OfUser user : stage.api().usage().all()) {
            ObjectNode one =
                    users.addObject()
                            .put("userId", user.userId())
                            .put("mostInAnHour", user.mostInAnHour())
                            .put("overQuota", user.overQuota());
            Map<LocalDate, Integer> days = new TreeMap<>();
            ObjectNode hours = one.putObject("hours");
            user.hours()
                    .forEach((hour, requests) -> {
                        hours.put(hour.toString(), requests);
                        days.merge(
                                hour.atZone(ZoneOffset.UTC).toLocalDate(), requests, Integer::sum);
                    });
            ObjectNode byDay = one.putObject("days");
            days.forEach((day, requests) -> byDay.put(day.toString(), requests));
        }
        return Answer.json(200, document);
    }
}
