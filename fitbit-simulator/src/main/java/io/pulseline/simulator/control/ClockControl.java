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
 * shows so far, so that whoever moves time on can wait until everybody has seen the new one. A
 * follower that says how many milliseconds it would wait is answered when there is another time to
 * be shown, which spares both the asking.
 */
final class ClockControl {
    /** A follower has time-outs of its own. */
    private static final long LONGEST_WAIT_MILLIS = 500;

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
        Instant shown = request.query().first("shown").map(Instant::parse).orElse(Instant.EPOCH);
        request.query()
                .first("follower")
                .filter(_ -> !shown.equals(Instant.EPOCH))
                .ifPresent(name -> shownBy.put(name, shown));
        request.query()
                .first("wait")
                .map(millis -> Math.clamp(Long.parseLong(millis), 0, LONGEST_WAIT_MILLIS))
                .ifPresent(millis -> stage.clock().awaitOther(shown, Duration.ofMillis(millis)));
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
