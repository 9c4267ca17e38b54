package io.pulseline.pipeline.intake;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.Runs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps an activity and begins the runs that follow from it. To be called inside a transaction:
 * both happen or none.
 */
@ApplicationScoped
class Intake {
    /** What was read for the archive or read again starts nothing. */
    private static final Set<String> STARTING = Set.of(Acquisition.LIVE, Acquisition.LATE);

    private final Records records;
    private final Pipelines pipelines;
    private final Runs runs;

    Intake(Records records, Pipelines pipelines, Runs runs) {
        this.records = records;
        this.pipelines = pipelines;
        this.runs = runs;
    }

    Uni<KeepOutcome> take(ReceivedActivity received, Instant now) {
        return records.keep(received, now)
                .chain(outcome -> {
                    boolean starts =
                            outcome == KeepOutcome.CHANGED
                                    && STARTING.contains(received.activity().getAcquisition());
                    return starts
                            ? followed(received, now).replaceWith(outcome)
                            : Uni.createFrom().item(outcome);
                });
    }

    private Uni<Void> followed(ReceivedActivity received, Instant now) {
        if (received.deleted()) {
            return runs.recordDeleted(received, now);
        }
        return pipelines.ofUser(received.user()).chain(all -> begun(all, received, now));
    }

    private Uni<Void> begun(List<Pipeline> all, ReceivedActivity received, Instant now) {
        Uni<Void> begun = Uni.createFrom().voidItem();
        for (Pipeline pipeline : all) {
            if (pipeline.isStartedBy(RecordType.ACTIVITY, received.endedAt())) {
                begun = begun.chain(() -> runs.begin(pipeline, received, now));
            }
        }
        return begun;
    }
}
