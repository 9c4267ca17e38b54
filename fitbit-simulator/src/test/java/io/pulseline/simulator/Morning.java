package io.pulseline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A simulator whose time stands still at 2026-03-27T10:00:00Z, a Friday, and is moved by hand. */
final class Morning {
    static final Instant TEN = Instant.parse("2026-03-27T10:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Morning() {}

    static SimulatorConfig config() {
        return SimulatorConfig.defaults()
                .withTime(() -> TEN)
                .withSubscriber(null, "code", List.of(Duration.ofMillis(20)));
    }

    static FitbitSimulator simulator() {
        return FitbitSimulator.start(config());
    }
}
