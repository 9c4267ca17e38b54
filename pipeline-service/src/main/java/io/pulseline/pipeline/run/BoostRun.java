package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.BoosterType;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.tier.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks one booster after the other, in the order of the pipeline. */
final class BoostRun {
    private static final Logger LOG = Logger.getLogger(BoostRun.class);

    private final List<BoosterChoice> choices;
    private final Memory memory;
    private final Instant now;
    private final Allowance allowance;
    private final Function<BoosterChoice, Booster> configured;
    private final FiguredOnce figured = new FiguredOnce();

    /**
     * @param now the instant of the whole way
     */
    BoostRun(List<BoosterChoice> choices, Memory memory, Instant now, Allowance allowance) {
        this(choices, memory, now, allowance, BoostRun::configured);
    }

    BoostRun(
            List<BoosterChoice> choices,
            Memory memory,
            Instant now,
            Allowance allowance,
            Function<BoosterChoice, Booster> configured) {
        this.choices = List.copyOf(choices);
        this.memory = memory;
        this.now = now;
        this.allowance = allowance;
        this.configured = configured;
    }

    /** All the way. */
    Boosted through(Activity activity) {
        return on(Boosted.unboosted(activity), null);
    }

    /**
     * From a waypoint on; all the way where the boosters up to it are no longer the same.
     *
     * @param activity without any booster
     * @param steps of the way that led to it
     */
    Boosted through(Activity activity, Waypoint waypoint, List<BoostStep> steps) {
        return waypoint.isOnTheWayOf(choices) && waypoint.booster() <= steps.size()
                ? on(Boosted.from(waypoint, steps), waypoint)
                : through(activity);
    }

    private Boosted on(Boosted begun, @Nullable Waypoint waypoint) {
        Boosted boosted = begun;
        for (int place = begun.steps().size(); place < choices.size(); place++) {
            BoosterChoice choice = choices.get(place);
            Instant askedFirst =
                    waypoint != null && waypoint.booster() == place ? waypoint.askedFirst() : now;
            long started = System.nanoTime();
            BoostOutcome outcome = outcome(choice, boosted.activity(), askedFirst);
            long milliseconds = Duration.ofNanos(System.nanoTime() - started).toMillis();
            boosted = boosted.past(place, choices, outcome, askedFirst);
            boosted = boosted.after(choice.id(), outcome, milliseconds);
            if (choice.required() && outcome instanceof BoostOutcome.Failed(String reason)) {
                return boosted.failed("required booster " + choice.id() + " failed: " + reason);
            }
            if (boosted.end() != null) {
                return boosted;
            }
        }
        return boosted;
    }

    private BoostOutcome outcome(BoosterChoice choice, Activity activity, Instant askedFirst) {
        Optional<String> obstacle = Boosters.byId(choice.id()).flatMap(allowance::obstacle);
        if (obstacle.isPresent()) {
            return new BoostOutcome.Skipped(obstacle.get());
        }
        try {
            Booster booster = configured.apply(choice);
            Activity seen = seenBy(booster, activity);
            Background background =
                    Background.at(now)
                            .waitingSince(askedFirst)
                            .figuredBy(figured::of)
                            .correcting(memory.correction());
            return booster.knowing(memory.answer(background, booster.lookups(seen))).boost(seen);
        } catch (DatabaseException e) {
            // Not the booster's fault: the run comes again.
            throw e;
        } catch (RuntimeException e) {
            // Its message may quote a measurement.
            LOG.errorf(
                    "booster %s failed on %s: %s",
                    choice.id(), activity.getRecordId(), e.getClass().getName());
            return new BoostOutcome.Failed("our mistake: " + e.getClass().getSimpleName());
        }
    }

    /** Corrections are for history: only who looks at other activities hears of them. */
    private Activity seenBy(Booster booster, Activity activity) {
        Activity corrected = memory.correction().appliedTo(activity);
        return looksBack(booster, activity) || looksBack(booster, corrected) ? corrected : activity;
    }

    private static boolean looksBack(Booster booster, Activity activity) {
        return booster.lookups(activity).stream().anyMatch(Lookup.Activities.class::isInstance);
    }

    private static Booster configured(BoosterChoice choice) {
        return Boosters.byId(choice.id())
                .map(type -> configured(type, choice))
                .orElse(_ -> new BoostOutcome.Failed("there is no booster " + choice.id()));
    }

    /** What was saved under older rules may break newer ones; that is not to be guessed over. */
    private static Booster configured(BoosterType type, BoosterChoice choice) {
        Form form = Form.of(choice.configuration());
        return type.read(form)
                .orElseGet(() -> {
                    BoostOutcome outcome = noLongerValid(form);
                    return _ -> outcome;
                });
    }

    static BoostOutcome noLongerValid(Form form) {
        String wrong =
                form.errors().stream()
                        .map(FieldError::field)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return new BoostOutcome.Failed("no longer valid settings: " + wrong);
    }
}
