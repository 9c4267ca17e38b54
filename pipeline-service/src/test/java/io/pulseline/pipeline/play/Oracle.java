package io.pulseline.pipeline.play;

import static io.pulseline.contracts.OpenSets.ActivityType.RIDE;
import static io.pulseline.contracts.OpenSets.ActivityType.RUN;
import static io.pulseline.contracts.OpenSets.ActivityType.STRENGTH;
import static io.pulseline.contracts.OpenSets.ActivityType.SWIM;
import static io.pulseline.contracts.OpenSets.ActivityType.TREADMILL_RUN;
import static io.pulseline.contracts.OpenSets.ActivityType.WALK;
import static io.pulseline.contracts.OpenSets.ActivityType.YOGA;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import io.pulseline.pipeline.play.Foreseen.Step;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Foresees the run of each activity with the pipeline of {@link Person}, from the plan alone: by
 * hand, without a booster and without anything else of the service. It must learn of the activities
 * in the order in which they come, because a booster knows no more than has come.
 */
public final class Oracle {
    private static final double WEEKLY_RUN_KILOMETRES = 25;
    private static final double MONTHLY_ACTIVITIES = 20;
    private static final double WEEKLY_RIDE_HOURS = 3;
    private static final double[] MILESTONES = {100, 250, 500};
    private static final Set<String> FOR_THE_MONTH = Set.of(STRENGTH, YOGA, SWIM, WALK);

    private final Tally tally = new Tally();

    /** Empty for an activity that starts no run. */
    public Optional<Foreseen> learn(Planned planned) {
        if (planned.story() != Story.DELETED_UNSEEN
                && planned.story() != Story.DELETED_WHILE_WAITING) {
            tally.know(planned.last());
        }
        Optional<Foreseen> foreseen = foresee(planned);
        if (planned.story() == Story.DELETED) {
            tally.forget(planned.number());
        }
        return foreseen;
    }

    /** It vanishes after its run has ended so. */
    public Foreseen forget(Planned planned, Foreseen then) {
        tally.forget(planned.number());
        return new Foreseen(
                then.status(),
                then.title(),
                then.activityType(),
                then.revision() + 1,
                delivered(),
                heard(then, Foreseen.DELETED));
    }

    /** It is run again: whoever has heard something else before hears that now. */
    public Foreseen again(Planned planned, Foreseen then) {
        Foreseen now = foresee(planned).orElseThrow();
        return then.isFinal() || now.saysTheSameAs(then)
                ? then
                : new Foreseen(
                        now.status(),
                        now.title(),
                        now.activityType(),
                        now.revision(),
                        now.steps(),
                        heard(then, Foreseen.UPDATED));
    }

    private static List<String> heard(Foreseen then, String more) {
        return Stream.concat(then.heard().stream(), Stream.of(more)).toList();
    }

    /** As it would go with all that is known now. */
    public Optional<Foreseen> foresee(Planned planned) {
        Workout last = planned.last();
        List<Step> steps = steps(last, planned.story());
        List<String> heard = heard(planned);
        return switch (planned.story()) {
            case BEFORE_THE_PIPELINE, BACKFILLED, DELETED_UNSEEN -> Optional.empty();
            case DELETED ->
                    Optional.of(
                            new Foreseen(
                                    "SYNCED", title(last), typeOf(last), 1, delivered(), heard));
            case DELETED_WHILE_WAITING ->
                    Optional.of(
                            new Foreseen(
                                    "CANCELLED",
                                    last.title(),
                                    typeOf(last),
                                    0,
                                    List.of(
                                            steps.get(0),
                                            steps.get(1),
                                            Step.of("fitbit-heart-rate", "WAITING")),
                                    heard));
            case PLAIN,
                    IMPORTED_LATE,
                    CORRECTED,
                    REREAD,
                    SENT_TWICE,
                    RESTORED,
                    HEART_THERE,
                    HEART_LATE,
                    HEART_TOO_LATE,
                    HEART_NEVER,
                    HEART_NOT_MEASURED,
                    HEART_OF_ONE_HALF ->
                    Optional.of(
                            new Foreseen(
                                    isHalted(last) ? "SKIPPED" : "SYNCED",
                                    isHalted(last) ? last.title() : title(last),
                                    typeOf(last),
                                    revision(planned),
                                    steps,
                                    heard));
        };
    }

    private static int revision(Planned planned) {
        return planned.story() == Story.RESTORED ? 2 : planned.told().size() - 1;
    }

    private static List<String> heard(Planned planned) {
        List<String> heard = new ArrayList<>();
        for (Workout told : planned.told()) {
            if (!isHalted(told)) {
                heard.add(heard.isEmpty() ? Foreseen.CREATED : Foreseen.UPDATED);
            }
        }
        switch (planned.story()) {
            case HEART_TOO_LATE -> heard.add(Foreseen.UPDATED);
            case DELETED -> heard.add(Foreseen.DELETED);
            case RESTORED -> heard.addAll(List.of(Foreseen.DELETED, Foreseen.CREATED));
            case DELETED_WHILE_WAITING -> heard.clear();
            case PLAIN,
                    BEFORE_THE_PIPELINE,
                    BACKFILLED,
                    IMPORTED_LATE,
                    CORRECTED,
                    REREAD,
                    SENT_TWICE,
                    DELETED_UNSEEN,
                    HEART_THERE,
                    HEART_LATE,
                    HEART_NEVER,
                    HEART_NOT_MEASURED,
                    HEART_OF_ONE_HALF -> {
                // What was told, and no more.
            }
        }
        return heard;
    }

    private static boolean isHalted(Workout workout) {
        return workout.hasWord("commute");
    }

    private static String typeOf(Workout workout) {
        return workout.hasWord("treadmill") ? TREADMILL_RUN : workout.type();
    }

    private static boolean isRun(Workout workout) {
        return workout.type().equals(RUN);
    }

    private static boolean isRide(Workout workout) {
        return workout.type().equals(RIDE);
    }

    private static boolean isParkrun(Workout workout) {
        return workout.hasWord("parkrun");
    }

    private List<Step> steps(Workout workout, Story story) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                workout.hasWord("treadmill")
                        ? Step.added("type-mapper", Map.of())
                        : Step.skipped("type-mapper", "no rule fits"));
        if (isHalted(workout)) {
            steps.add(Step.of("activity-filter", "HALTED"));
            return steps;
        }
        Heart heart = Heart.of(workout, story);
        steps.add(Step.skipped("activity-filter"));
        steps.addAll(List.of(heart.fitbit(), heart.summary(), heart.zones(), heart.calories()));
        steps.addAll(
                List.of(
                        pace(workout),
                        records(workout),
                        streak(workout),
                        weeklyRuns(workout),
                        month(workout),
                        weeklyRides(workout),
                        milestones(workout),
                        number(workout)));
        steps.addAll(delivered());
        return steps;
    }

    private static List<Step> delivered() {
        return List.of(Step.of("webhook", "DELIVERED"), Step.of("kafka", "DELIVERED"));
    }

    private static Step pace(Workout workout) {
        if (!workout.hasDistance()) {
            return Step.skipped("pace-summary", "no distance with a time");
        }
        double secondsPerKilometre = 100_000.0 / workout.centimetresPerSecond();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("averageSecondsPerKilometre", secondsPerKilometre);
        values.put("distanceMetres", workout.metres());
        values.put("movingSeconds", (double) workout.seconds());
        if (workout.hasTrack()) {
            values.put("bestSecondsPerKilometre", secondsPerKilometre);
        }
        return Step.added("pace-summary", values);
    }

    /** One that another device's workout stands for is passed by whoever counts its type. */
    private Optional<Step> passed(String booster, Workout workout) {
        return tally.counts(workout)
                ? Optional.empty()
                : Optional.of(
                        Step.skipped(
                                booster,
                                "counted with the same workout from "
                                        + tally.standingFor(workout).source().provider()));
    }

    private Bests bests(Workout workout) {
        String type = typeOf(workout);
        List<Workout> earlier =
                tally.before(workout).stream().filter(one -> typeOf(one).equals(type)).toList();
        return new Bests(workout, earlier, isRun(workout));
    }

    private Step records(Workout workout) {
        String name = "personal-records";
        if (!isRun(workout) && !isRide(workout)) {
            return Step.skipped(name, "only runs and rides with a start have records");
        }
        Bests bests = bests(workout);
        return passed(name, workout)
                .orElseGet(() ->
                        bests.broken().isEmpty() && !bests.isFirstTime()
                                ? Step.skipped(name, "no record")
                                : Step.added(name, bests.broken()));
    }

    private @Nullable String title(Workout workout) {
        String title = workout.title();
        if (title == null || !tally.counts(workout)) {
            return title;
        }
        boolean isBest = (isRun(workout) || isRide(workout)) && !bests(workout).broken().isEmpty();
        String celebrated = isBest ? "🎉 " + title : title;
        return isParkrun(workout)
                ? celebrated + " (#" + (tally.before(workout, Oracle::isParkrun) + 1) + ")"
                : celebrated;
    }

    private Step streak(Workout workout) {
        return isRun(workout)
                ? passed("streak", workout)
                        .orElseGet(() ->
                                Step.added(
                                        "streak",
                                        Map.of(
                                                "currentDays",
                                                (double) tally.streak(workout, Oracle::isRun),
                                                "longestDays",
                                                (double)
                                                        tally.longestStreak(
                                                                workout, Oracle::isRun))))
                : Step.skipped("streak", "its type does not count for the streak");
    }

    private Step weeklyRuns(Workout workout) {
        if (!isRun(workout)) {
            return Step.skipped("goals", "its type does not count for the goal");
        }
        if (!workout.hasDistance()) {
            return Step.skipped("goals", "nothing that counts for the goal");
        }
        double kilometres =
                tally.centimetres(workout, inWeekOf(workout).and(Oracle::isRun)) / 100_000.0;
        return passed("goals", workout)
                .orElseGet(() ->
                        goal("Kilometres", kilometres, WEEKLY_RUN_KILOMETRES, toSunday(workout)));
    }

    private Step month(Workout workout) {
        if (!FOR_THE_MONTH.contains(workout.type())) {
            return Step.skipped("goals", "its type does not count for the goal");
        }
        long before =
                tally.before(
                        workout,
                        one ->
                                FOR_THE_MONTH.contains(one.type())
                                        && YearMonth.from(one.date())
                                                .equals(YearMonth.from(workout.date())));
        long left = DAYS.between(workout.date(), workout.date().with(lastDayOfMonth()));
        return goal("Activities", before + 1.0, MONTHLY_ACTIVITIES, left);
    }

    private Step weeklyRides(Workout workout) {
        if (!isRide(workout)) {
            return Step.skipped("goals", "its type does not count for the goal");
        }
        double hours = tally.minutes(workout, inWeekOf(workout).and(Oracle::isRide)) / 60.0;
        return goal("Hours", hours, WEEKLY_RIDE_HOURS, toSunday(workout));
    }

    private static Predicate<Workout> inWeekOf(Workout workout) {
        return one -> Tally.monday(one.date()).equals(Tally.monday(workout.date()));
    }

    private static long toSunday(Workout workout) {
        return 6 - DAYS.between(Tally.monday(workout.date()), workout.date());
    }

    private static Step goal(String unit, double sum, double target, long daysLeft) {
        return Step.added(
                "goals",
                Map.of(
                        "sum" + unit,
                        sum,
                        "percent",
                        100 * sum / target,
                        "remaining" + unit,
                        Math.max(0, target - sum),
                        "daysLeft",
                        (double) daysLeft));
    }

    private Step milestones(Workout workout) {
        String name = "distance-milestones";
        if (!isRun(workout)) {
            return Step.skipped(name, "not of the sport running");
        }
        if (!workout.hasDistance()) {
            return Step.skipped(name, "no distance");
        }
        double total = tally.centimetres(workout, Oracle::isRun) / 100_000.0;
        double before = total - workout.centimetres() / 100_000.0;
        return passed(name, workout).orElseGet(() -> milestones(name, before, total));
    }

    private static Step milestones(String name, double before, double total) {
        for (double milestone : MILESTONES) {
            if (before < milestone && milestone <= total) {
                return Step.added(
                        name, Map.of("totalKilometres", total, "milestoneKilometres", milestone));
            }
            if (total < milestone) {
                return Step.added(
                        name,
                        Map.of(
                                "totalKilometres",
                                total,
                                "nextMilestoneKilometres",
                                milestone,
                                "remainingKilometres",
                                milestone - total));
            }
        }
        throw new AssertionError("nobody runs that far in the play: " + total + " km");
    }

    private Step number(Workout workout) {
        if (workout.title() == null) {
            return Step.skipped("auto-increment", "no title");
        }
        if (!isParkrun(workout)) {
            return Step.skipped("auto-increment", "no rule fits");
        }
        double number = tally.before(workout, Oracle::isParkrun) + 1.0;
        return passed("auto-increment", workout)
                .orElseGet(() -> Step.added("auto-increment", Map.of("number", number)));
    }
}
