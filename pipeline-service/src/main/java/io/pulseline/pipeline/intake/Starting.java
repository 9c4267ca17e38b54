package io.pulseline.pipeline.intake;

import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.pipeline.pipeline.Candidate;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.pulseline.pipeline.run.RunName;
import io.pulseline.pipeline.run.Runs;
import io.pulseline.pipeline.run.Start;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A record before one pipeline, and what that says to it.
 *
 * @param start empty where nothing may begin
 */
record Starting(StartAnswer answer, Optional<Start> start) {
    /** What was read for the archive or read again starts nothing. */
    private static final Set<String> ACQUISITIONS = Set.of(Acquisition.LIVE, Acquisition.LATE);

    static boolean mayStart(ReceivedRecord record) {
        return ACQUISITIONS.contains(record.origin().acquisition());
    }

    static Starting of(
            Pipeline pipeline, ReceivedRecord record, Candidate candidate, RunName name) {
        StartAnswer answer = pipeline.asked(candidate);
        return switch (answer) {
            case STARTED ->
                    new Starting(answer, Optional.of(new Start(pipeline, record, name, false)));
            case DISABLED, OTHER_RECORD -> new Starting(answer, Optional.empty());
            case EARLIER, OTHER_PROVIDER, OTHER_ACTIVITY_TYPE, OTHER_RECORDING_METHOD ->
                    new Starting(answer, Optional.of(new Start(pipeline, record, name, true)));
        };
    }

    /**
     * Begins the runs of all of them.
     *
     * @return the answers in their order; STARTED where a run began anew all the same
     */
    static Uni<List<StartAnswer>> begin(Runs runs, List<Starting> all, Instant now) {
        List<Start> starts = all.stream().flatMap(one -> one.start().stream()).toList();
        return runs.begin(starts, now)
                .map(begun -> all.stream().map(one -> one.answer(begun)).toList());
    }

    private StartAnswer answer(Set<UUID> begun) {
        return start.filter(one -> begun.contains(one.runId())).isPresent()
                ? StartAnswer.STARTED
                : answer;
    }
}
