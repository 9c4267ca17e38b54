package io.pulseline.pipeline.intake;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.Runs;
import io.smallrye.mutiny.Multi;
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

    /**
     * An activity after it was taken.
     *
     * @param answers of the user's pipelines; none where nothing may start
     */
    record Taken(KeepOutcome outcome, List<StartAnswer> answers) {
        Taken {
            answers = List.copyOf(answers);
        }
    }

    Uni<Taken> take(ReceivedActivity received, Instant now) {
        return records.keep(received.kept(), now)
                .chain(outcome -> {
                    boolean starts =
                            outcome == KeepOutcome.CHANGED
                                    && STARTING.contains(received.activity().getAcquisition());
                    Uni<List<StartAnswer>> answers =
                            starts ? followed(received, now) : Uni.createFrom().item(List.of());
                    return answers.map(all -> new Taken(outcome, all));
                });
    }

    private Uni<List<StartAnswer>> followed(ReceivedActivity received, Instant now) {
        if (received.deleted()) {
            return runs.recordDeleted(received, now).replaceWith(List.of());
        }
        return pipelines
                .ofUser(received.user())
                .chain(all ->
                        Multi.createFrom()
                                .iterable(all)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        pipeline -> begun(pipeline, received, now))
                                .collect()
                                .asList());
    }

    private Uni<StartAnswer> begun(Pipeline pipeline, ReceivedActivity received, Instant now) {
        StartAnswer answer =
                pipeline.asked(RecordType.ACTIVITY, received.activity(), received.endedAt());
        return switch (answer) {
            case STARTED -> runs.begin(pipeline, received, now).replaceWith(answer);
            case DISABLED, OTHER_RECORD -> Uni.createFrom().item(answer);
            case EARLIER, OTHER_PROVIDER, OTHER_ACTIVITY_TYPE, OTHER_RECORDING_METHOD ->
                    runs.beginAnew(pipeline, received, now)
                            .map(begun -> begun ? StartAnswer.STARTED : answer);
        };
    }
}
