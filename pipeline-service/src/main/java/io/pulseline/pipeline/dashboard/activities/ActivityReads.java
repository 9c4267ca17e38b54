package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.pipeline.booster.heart.MeasuredHeartRate;
import io.pulseline.pipeline.dashboard.Section;
import io.pulseline.pipeline.dashboard.Shell;
import io.pulseline.pipeline.dashboard.Shells;
import io.pulseline.pipeline.history.RunTrace;
import io.pulseline.pipeline.history.RunTraces;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.record.StoredRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the page of one run shows, in a fixed number of statements. */
@RequestScoped
class ActivityReads {
    private final Shells shells;
    private final RunTraces traces;
    private final Records records;
    private final Pipelines pipelines;

    ActivityReads(Shells shells, RunTraces traces, Records records, Pipelines pipelines) {
        this.shells = shells;
        this.traces = traces;
        this.records = records;
        this.pipelines = pipelines;
    }

    /** All that was read, still packed; empty if the user has no such run. */
    Uni<Optional<Material>> material(UUID runId) {
        return shells.of(Section.ACTIVITIES)
                .chain(shell ->
                        traces.one(shell.user(), runId)
                                .chain(trace ->
                                        trace.isEmpty()
                                                ? Uni.createFrom().item(Optional.<Material>empty())
                                                : material(shell, trace.get()).map(Optional::of)));
    }

    private Uni<Material> material(Shell shell, RunTrace trace) {
        UUID user = shell.user();
        return pipelines
                .ofUser(user, trace.pipelineId())
                .chain(pipeline ->
                        records.latest(user, trace.recordId())
                                .map(stored -> stored.filter(StoredRecord::isActivity).orElse(null))
                                .chain(stored ->
                                        measured(shell, stored)
                                                .map(measured ->
                                                        new Material(
                                                                shell,
                                                                trace,
                                                                pipeline.orElse(null),
                                                                stored,
                                                                measured))));
    }

    /** The tracker's heart rate of that time, for activities that have none of their own. */
    private Uni<List<KeptMetric>> measured(Shell shell, @Nullable StoredRecord stored) {
        if (stored == null || !stored.isActivity() || stored.deleted()) {
            return Uni.createFrom().item(List.of());
        }
        Instant from = stored.startedAt();
        Instant to = stored.endedAt();
        return from == null || to == null
                ? Uni.createFrom().item(List.of())
                : records.heartRate(shell.user(), from, to);
    }

    /** What the database had. */
    record Material(
            Shell shell,
            RunTrace trace,
            @Nullable Pipeline pipeline,
            @Nullable StoredRecord stored,
            List<KeptMetric> measured) {
        Material {
            measured = List.copyOf(measured);
        }

        /** Takes milliseconds for a long activity. */
        ActivityView view() {
            return new ActivityView(
                    shell,
                    RunSheet.of(trace, pipeline, shell.reader()),
                    stored == null || stored.deleted()
                            ? null
                            : ActivitySheet.of(
                                    stored.activity(),
                                    tracker(stored),
                                    shell.reader(),
                                    shell.connections()));
        }

        private @Nullable HeartRateSamples tracker(StoredRecord activity) {
            Instant from = activity.startedAt();
            Instant to = activity.endedAt();
            List<HeartRateSamples> hours =
                    measured.stream()
                            .map(hour -> hour.as(HeartRateSeries.class).getHeartRate())
                            .toList();
            return from == null || to == null || hours.isEmpty()
                    ? null
                    : MeasuredHeartRate.of(hours, from, to).during(from, to);
        }
    }

    /**
     * What the page shows.
     *
     * @param activity null where the record is no activity or is gone
     */
    public record ActivityView(Shell shell, RunSheet run, @Nullable ActivitySheet activity) {}
}
