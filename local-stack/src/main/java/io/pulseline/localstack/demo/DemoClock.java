package io.pulseline.localstack.demo;

import io.pulseline.localstack.client.Simulator;
import java.time.Duration;
import java.time.Instant;

/** Simulated time as a service of the stack shows it, a moment after the simulator. */
final class DemoClock {
    /** Names under which services follow the simulator's clock. */
    static final String INGEST = "ingest";

    static final String PIPELINE = "pipeline";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Simulator simulator;

    DemoClock(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Moves time on, and waits until that service has noticed: what it does next, it does then.
     *
     * @param follower a service by the name under which it follows
     */
    void movesTo(Instant moment, String follower) throws Exception {
        simulator.movesTo(moment);
        var _ =
                Await.until(
                        "the clock of "
                                + follower
                                + " (PULSELINE_CLOCK_FOLLOW, follower "
                                + follower
                                + ") at the simulator's "
                                + moment,
                        LIMIT,
                        () -> simulator.shownBy(follower).filter(shown -> !shown.isBefore(moment)));
    }
}
