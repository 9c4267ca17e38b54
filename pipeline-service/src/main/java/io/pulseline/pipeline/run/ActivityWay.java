package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.delivery.Fed;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.target.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The way of an activity: boosters change it, may wait, and are taken up where they waited. */
@ApplicationScoped
class ActivityWay {
    private final RunMemories memories;
    private final Echoes echoes;
    private final Clock clock;

    ActivityWay(RunMemories memories, Echoes echoes, Clock clock) {
        this.memories = memories;
        this.echoes = echoes;
        this.clock = clock;
    }

    /** Where it leads; blocks. */
    RunResult taken(Material material) {
        Activity activity = material.record().activity();
        Boosted boosted =
                material.record().deleted()
                        // Nothing is left to boost.
                        ? Boosted.unboosted(activity)
                        : boosted(material, activity);
        Findings findings = Findings.of(boosted);
        return switch (boosted.end()) {
            case Boosted.End.Waiting waiting ->
                    material.waits(
                            findings, waiting, result(material, boosted), heard(material, boosted));
            case Boosted.End.Halted halted -> material.halted(findings, halted.reason());
            case Boosted.End.Failed failed -> material.failed(findings, failed.reason());
            case null ->
                    material.goes(findings, result(material, boosted), heard(material, boosted));
        };
    }

    private List<Fed> heard(Material material, Boosted boosted) {
        ClaimedRun claimed = material.claimed();
        return claimed.resend() && claimed.onlyTargets().isEmpty()
                ? List.of()
                : echoes.heard(claimed.user(), claimed.recordId(), boosted.activity());
    }

    private Boosted boosted(Material material, Activity activity) {
        ClaimedRun claimed = material.claimed();
        RunMemory memory = memories.of(claimed, material.record());
        Instant now = clock.instant();
        BoostRun way =
                new BoostRun(material.pipeline().boosters(), memory, now, material.allowance());
        Packed waypoint = claimed.waypoint();
        return waypoint == null
                ? way.through(activity)
                : way.through(activity, Waypoint.read(waypoint), claimed.steps());
    }

    private Result result(Material material, Boosted boosted) {
        return result(material.pipeline(), material.claimed(), boosted, clock.instant());
    }

    /** What targets get of it. */
    static Result result(Pipeline pipeline, ClaimedRun run, Boosted boosted, Instant now) {
        Activity activity = boosted.described();
        // A record that was read again unchanged has a higher revision than its run.
        activity.setRevision(run.revision());
        BoostedActivity result = new BoostedActivity();
        result.setRecordId(run.recordId().toString());
        result.setRevision(run.revision());
        result.setUser(run.user().toString());
        result.setPipelineId(run.pipelineId().toString());
        result.setPipelineName(pipeline.name());
        result.setRunId(run.id().toString());
        result.setBoostedEpochMillis(now.toEpochMilli());
        result.setActivity(activity);
        result.setBoosts(boosted.steps().stream().map(BoostStep::boost).toList());
        return new Result.OfActivity(result);
    }
}
