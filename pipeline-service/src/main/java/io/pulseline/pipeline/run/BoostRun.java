package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.Booster;
import io.pulseline.pipeline.booster.BoosterType;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks one booster after the other, in the order of the pipeline. */
final class BoostRun {
    private static final Logger LOG = Logger.getLogger(BoostRun.class);

    private BoostRun() {}

    static Boosted through(List<BoosterChoice> choices, Activity activity) {
        return through(choices, activity, BoostRun::configured);
    }

    static Boosted through(
            List<BoosterChoice> choices,
            Activity activity,
            Function<BoosterChoice, Booster> configured) {
        Boosted boosted = Boosted.unboosted(activity);
        for (BoosterChoice choice : choices) {
            long begun = System.nanoTime();
            BoostOutcome outcome = outcome(choice, boosted.activity(), configured);
            long milliseconds = Duration.ofNanos(System.nanoTime() - begun).toMillis();
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

    private static BoostOutcome outcome(
            BoosterChoice choice, Activity activity, Function<BoosterChoice, Booster> configured) {
        try {
            return configured.apply(choice).boost(activity);
        } catch (RuntimeException e) {
            // Its message may quote a measurement.
            LOG.errorf(
                    "booster %s failed on %s: %s",
                    choice.id(), activity.getRecordId(), e.getClass().getName());
            return new BoostOutcome.Failed("our mistake: " + e.getClass().getSimpleName());
        }
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
                    String wrong =
                            form.errors().stream()
                                    .map(FieldError::field)
                                    .distinct()
                                    .collect(Collectors.joining(", "));
                    return _ -> new BoostOutcome.Failed("no longer valid settings: " + wrong);
                });
    }
}
