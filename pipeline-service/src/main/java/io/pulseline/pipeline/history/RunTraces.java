package io.pulseline.pipeline.history;

import io.pulseline.pipeline.delivery.DeliveryLedger;
import io.pulseline.pipeline.run.RunReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs with all that is known of them. To be called inside a transaction or session. */
@ApplicationScoped
public class RunTraces {
    private final RunReads runs;
    private final DeliveryLedger ledger;

    RunTraces(RunReads runs, DeliveryLedger ledger) {
        this.runs = runs;
        this.ledger = ledger;
    }

    /** The user's run of that id; empty if there is none, also if it is somebody else's. */
    public Uni<Optional<RunTrace>> one(UUID user, UUID runId) {
        return runs.one(user, runId)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : ledger.ofRuns(List.of(runId))
                                        .map(deliveries ->
                                                found.map(run -> RunTrace.of(run, deliveries))));
    }
}
