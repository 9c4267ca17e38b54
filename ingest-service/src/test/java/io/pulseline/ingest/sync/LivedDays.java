package io.pulseline.ingest.sync;

import static org.awaitility.Awaitility.await;

import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.FitbitSimulator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Lets simulated time pass for one connection, and waits after each step for all that is due. */
@ApplicationScoped
public class LivedDays {
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Transactions transactions;

    LivedDays(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Lives these days and some hours more; the connections of other tests would live them as well,
     * so they rest.
     */
    public void live(UUID connection, int days) {
        FitbitSimulator simulator = SimulatedFitbit.simulator();
        SimulatedFitbit.awaitQuiet();
        SimulatedFitbit.othersRest(connection);
        for (long step = 0; step < days * 48L + 36; step++) {
            awaitDone(connection);
            simulator.advance(STEP);
        }
        awaitDone(connection);
    }

    private void awaitDone(UUID connection) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(60))
                .until(() ->
                        transactions.<Long>call(() ->
                                DueEntity.count(
                                        "connectionId = ?1 and (dueAt <= ?2 or claim is not"
                                                + " null)",
                                        connection,
                                        SimulatedFitbit.simulator().now()))
                                == 0);
    }
}
