package io.pulseline.pipeline.intake;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.erasure.ErasedUsers;
import io.pulseline.pipeline.pipeline.Candidate;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.RunName;
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
    private final ErasedUsers erased;
    private final Records records;
    private final Pipelines pipelines;
    private final Runs runs;

    Intake(ErasedUsers erased, Records records, Pipelines pipelines, Runs runs) {
        this.erased = erased;
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
        return erased.among(Set.of(received.user()))
                .chain(gone ->
                        gone.covers(received.user(), received.revision())
                                ? Uni.createFrom().item(new Taken(KeepOutcome.ERASED, List.of()))
                                : kept(received, now));
    }

    private Uni<Taken> kept(ReceivedActivity received, Instant now) {
        return records.keep(received.kept(), now)
                .chain(outcome -> {
                    boolean starts =
                            outcome == KeepOutcome.CHANGED && Starting.mayStart(received.kept());
                    Uni<List<StartAnswer>> answers =
                            starts ? followed(received, now) : Uni.createFrom().item(List.of());
                    return answers.map(all -> new Taken(outcome, all));
                });
    }

    private Uni<List<StartAnswer>> followed(ReceivedActivity received, Instant now) {
        if (received.deleted()) {
            return runs.recordsDeleted(List.of(received.kept()), now).replaceWith(List.of());
        }
        Activity activity = received.activity();
        Candidate candidate = Candidate.of(activity, received.endedAt());
        RunName name = new RunName(activity.getTitle(), activity.getActivityType());
        return pipelines
                .ofUser(received.user())
                .map(all ->
                        all.stream()
                                .map(one -> Starting.of(one, received.kept(), candidate, name))
                                .toList())
                .chain(all -> Starting.begin(runs, all, now));
    }
}
