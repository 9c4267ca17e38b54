package io.pulseline.pipeline.run;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An activity on its way through the boosters.
 *
 * @param activity a copy; what the boosters so far changed in it is changed
 * @param end how the way has ended before its time; null while it goes on
 * @param waypoint where to take it up again when data come; null if none are awaited
 */
record Boosted(
        Activity activity, List<BoostStep> steps, @Nullable End end, @Nullable Waypoint waypoint) {

    /** The way is over before all boosters were asked. */
    sealed interface End {
        /** Goes on from its waypoint then, or when the data come. */
        record Waiting(Instant until, String reason) implements End {}

        /** Nothing goes out. */
        record Halted(String reason) implements End {}

        /** Nothing goes out, because a booster failed without which it must not. */
        record Failed(String reason) implements End {}
    }

    Boosted {
        steps = List.copyOf(steps);
    }

    static Boosted unboosted(Activity activity) {
        return new Boosted(copyOf(activity), List.of(), null, null);
    }

    /** As it was when it came to a waypoint. */
    static Boosted from(Waypoint waypoint, List<BoostStep> steps) {
        return new Boosted(waypoint.activity(), steps.subList(0, waypoint.booster()), null, null);
    }

    /**
     * The same with a waypoint where the booster at that place awaits something: it is kept before
     * the one that waits, else before the first that went on without.
     */
    Boosted past(int place, List<BoosterChoice> choices, BoostOutcome outcome, Instant askedFirst) {
        Lookup.HeartRate awaits =
                switch (outcome) {
                    case BoostOutcome.Later later -> later.awaits();
                    case BoostOutcome.Added added -> added.awaits();
                    case BoostOutcome.Skipped skipped -> skipped.awaits();
                    case BoostOutcome.Halted _, BoostOutcome.Failed _ -> null;
                };
        if (awaits == null || (waypoint != null && !(outcome instanceof BoostOutcome.Later))) {
            return this;
        }
        return new Boosted(
                activity, steps, end, Waypoint.at(place, choices, askedFirst, awaits, activity));
    }

    /** The same after one more booster. */
    Boosted after(String booster, BoostOutcome outcome, long milliseconds) {
        return switch (outcome) {
            case BoostOutcome.Added added -> {
                Activity changed = copyOf(activity);
                changed.setTitle(added.title() == null ? activity.getTitle() : added.title());
                changed.setDescription(
                        added.description() == null
                                ? activity.getDescription()
                                : added.description());
                changed.setTrack(added.track() == null ? activity.getTrack() : added.track());
                changed.setHeartRate(
                        added.heartRate() == null ? activity.getHeartRate() : added.heartRate());
                changed.setActivityType(
                        requireNonNullElse(added.activityType(), activity.getActivityType()));
                BoostStep step =
                        new BoostStep(
                                booster,
                                BoostStep.ADDED,
                                null,
                                added.text(),
                                added.values(),
                                added.images(),
                                milliseconds);
                yield new Boosted(changed, with(step), null, waypoint);
            }
            case BoostOutcome.Skipped(String reason, _) ->
                    next(booster, BoostStep.SKIPPED, reason, milliseconds, null);
            case BoostOutcome.Failed(String reason) ->
                    next(booster, BoostStep.FAILED, reason, milliseconds, null);
            case BoostOutcome.Later(Instant when, String reason, _) ->
                    next(
                            booster,
                            BoostStep.WAITING,
                            reason,
                            milliseconds,
                            new End.Waiting(when, reason));
            case BoostOutcome.Halted(String reason) ->
                    next(booster, BoostStep.HALTED, reason, milliseconds, new End.Halted(reason));
        };
    }

    /** The same, given up. */
    Boosted failed(String reason) {
        return new Boosted(activity, steps, new End.Failed(reason), waypoint);
    }

    private Boosted next(
            String booster, String status, String reason, long milliseconds, @Nullable End way) {
        BoostStep step =
                new BoostStep(booster, status, reason, null, Map.of(), Map.of(), milliseconds);
        return new Boosted(activity, with(step), way, waypoint);
    }

    /** With the texts of the boosters in their order behind what the source described. */
    Activity described() {
        String description =
                Stream.concat(
                                Stream.ofNullable(activity.getDescription()),
                                steps.stream().flatMap(step -> Stream.ofNullable(step.text())))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n"));
        Activity described = copyOf(activity);
        described.setDescription(description.isEmpty() ? null : description);
        return described;
    }

    /** A shallow one: boosters replace fields, and never touch the series inside. */
    private static Activity copyOf(Activity activity) {
        Activity copy = new Activity();
        for (Schema.Field field : activity.getSchema().getFields()) {
            copy.put(field.pos(), activity.get(field.pos()));
        }
        return copy;
    }

    private List<BoostStep> with(BoostStep step) {
        List<BoostStep> all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }
}
