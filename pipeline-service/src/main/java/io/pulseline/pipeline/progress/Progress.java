package io.pulseline.pipeline.progress;

import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.CounterStanding;
import io.pulseline.pipeline.booster.DistanceStanding;
import io.pulseline.pipeline.booster.GoalStanding;
import io.pulseline.pipeline.booster.PersonalBests;
import io.pulseline.pipeline.booster.StreakStanding;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.run.RunName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that is known of a user, and what boosters would say of it now.
 *
 * @param pipelines the enabled ones, in the user's order
 * @param names what their runs called the activities: by pipeline, by record
 */
record Progress(Workouts workouts, List<Pipeline> pipelines, Map<UUID, Map<UUID, RunName>> names) {

    /** Personal records. */
    record Records(List<PersonalBests> records, Basis basis) {}

    /** A streak. */
    record Streak(StreakStanding streak, Basis basis) {}

    /** Lifetime distances. */
    record Distance(List<DistanceStanding> sports, Basis basis) {}

    /** Goals of all pipelines. */
    record Goals(List<OfPipeline<GoalStanding>> goals, Basis basis) {}

    /** Counters of all pipelines. */
    record Counters(List<OfPipeline<CounterStanding>> counters, Basis basis) {}

    /** What a booster of a pipeline says. */
    record OfPipeline<T>(UUID pipelineId, String pipeline, T standing) {}

    Records records(List<String> groups) {
        return new Records(
                PersonalBests.of(workouts.counted()).stream()
                        .filter(bests -> groups.isEmpty() || groups.contains(bests.group()))
                        .toList(),
                workouts.basis());
    }

    Streak streak(Booster streak) {
        return new Streak(
                StreakStanding.of(streak, workouts.counted(), workouts.today()).orElseThrow(),
                workouts.basis());
    }

    Distance distance() {
        List<Booster> boosters = pipelines.stream().flatMap(Progress::boosters).toList();
        return new Distance(DistanceStanding.of(boosters, workouts.counted()), workouts.basis());
    }

    Goals goals() {
        return new Goals(
                pipelines.stream()
                        .flatMap(pipeline ->
                                boosters(pipeline)
                                        .flatMap(booster ->
                                                GoalStanding.of(
                                                        booster,
                                                        countedBy(pipeline),
                                                        workouts.today())
                                                        .stream())
                                        .map(goal -> of(pipeline, goal)))
                        .toList(),
                workouts.basis());
    }

    Counters counters() {
        return new Counters(
                pipelines.stream()
                        .flatMap(pipeline ->
                                boosters(pipeline)
                                        .flatMap(booster ->
                                                CounterStanding.of(booster, countedBy(pipeline))
                                                        .stream())
                                        .map(counter -> of(pipeline, counter)))
                        .toList(),
                workouts.basis());
    }

    private List<PastActivity> countedBy(Pipeline pipeline) {
        return workouts.countedAs(names.getOrDefault(pipeline.id(), Map.of()));
    }

    private static <T> OfPipeline<T> of(Pipeline pipeline, T standing) {
        return new OfPipeline<>(pipeline.id(), pipeline.name(), standing);
    }

    /** Those whose settings hold by the rules of today. */
    private static Stream<Booster> boosters(Pipeline pipeline) {
        return pipeline.boosters().stream().flatMap(choice -> booster(choice).stream());
    }

    private static Optional<Booster> booster(BoosterChoice choice) {
        return Boosters.byId(choice.id())
                .flatMap(type -> type.read(Form.of(choice.configuration())));
    }
}
