package io.pulseline.simulator.control;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clock for whoever follows it. A follower names itself and says with each question what it
 * shows so far, so that whoever moves time on can wait until everybody has seen the new one.
 */
final class ClockControl {
    private final Stage stage;
    private final Map<String, Instant> shownBy = new ConcurrentHashMap<>();

    ClockControl(Stage stage) {
        this.stage = stage;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/simulator/clock", this::asked)
                .add("POST", "/simulator/clock", this::moveOn)
                .add("GET", "/simulator/clock/followers", _ -> followers());
    }

    private Answer asked(Request request) {
        request.query()
                .first("follower")
                .ifPresent(name ->
                        request.query()
                                .first("shown")
                                .ifPresent(shown -> shownBy.put(name, Instant.parse(shown))));
        return clock();
    }

    private Answer clock() {
        return Answer.json(
                200,
                Map.of("now", stage.clock().instant(), "standing", stage.clock().isStanding()));
    }

    private Answer moveOn(Request request) {
        Bodies.Clock body = Json.read(request.body(), Bodies.Clock.class);
        if (body.to() != null) {
            stage.moveTo(body.to());
        } else if (body.advanceSeconds() != null) {
            stage.advance(Duration.ofSeconds(body.advanceSeconds()));
        } else {
            throw new IllegalArgumentException("give advanceSeconds or to");
        }
        return clock();
    }

    private Answer followers() {
        return Answer.json(200, new TreeMap<>(shownBy));
    }
}
