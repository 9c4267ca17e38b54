package io.pulseline.pipeline.progress;

import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.Pipelines;
import io.pulseline.pipeline.preference.Preference;
import io.pulseline.pipeline.preference.Preferences;
import io.pulseline.pipeline.record.KeptActivity;
import io.pulseline.pipeline.record.Records;
import io.pulseline.pipeline.run.RunName;
import io.pulseline.pipeline.run.RunReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what progress is computed from. To be called inside a transaction or session. */
@ApplicationScoped
class ProgressReads {
    private final Records records;
    private final Preferences preferences;
    private final Pipelines pipelines;
    private final RunReads runs;

    ProgressReads(Records records, Preferences preferences, Pipelines pipelines, RunReads runs) {
        this.records = records;
        this.preferences = preferences;
        this.pipelines = pipelines;
        this.runs = runs;
    }

    /**
     * What lies in the database; making progress of it takes time.
     *
     * @param pipelines none where nobody asks for them
     */
    record Kept(
            List<KeptActivity> activities,
            Preference preference,
            List<Pipeline> pipelines,
            Map<UUID, Map<UUID, RunName>> names) {

        Progress at(Instant now) {
            return new Progress(
                    Workouts.of(activities, preference.preferredProvider(), now), pipelines, names);
        }
    }

    /** A user's workouts up to an instant. */
    Uni<Kept> workouts(UUID user, Instant now) {
        return records.activities(user, Instant.EPOCH, now)
                .chain(activities ->
                        preferences
                                .of(user)
                                .map(own -> new Kept(activities, own, List.of(), Map.of())));
    }

    /** The same with the user's enabled pipelines. */
    Uni<Kept> withPipelines(UUID user, Instant now) {
        return workouts(user, now)
                .chain(kept ->
                        pipelines
                                .ofUser(user)
                                .map(all -> all.stream().filter(Pipeline::enabled).toList())
                                .map(enabled ->
                                        new Kept(
                                                kept.activities(),
                                                kept.preference(),
                                                enabled,
                                                Map.of())));
    }

    /** The same with what runs of pipelines that have this booster called the workouts. */
    Uni<Kept> withNames(UUID user, Instant now, String booster) {
        return withPipelines(user, now)
                .chain(kept ->
                        runs.names(user, having(kept.pipelines(), booster))
                                .map(names ->
                                        new Kept(
                                                kept.activities(),
                                                kept.preference(),
                                                kept.pipelines(),
                                                names)));
    }

    private static Set<UUID> having(List<Pipeline> pipelines, String booster) {
        return pipelines.stream()
                .filter(one ->
                        one.boosters().stream().anyMatch(choice -> choice.id().equals(booster)))
                .map(Pipeline::id)
                .collect(Collectors.toSet());
    }
}
