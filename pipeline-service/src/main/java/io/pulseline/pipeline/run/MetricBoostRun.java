package io.pulseline.pipeline.run;

import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.booster.metric.MetricBackground;
import io.pulseline.pipeline.booster.metric.MetricBooster;
import io.pulseline.pipeline.booster.metric.MetricBoosterType;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.tier.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks one booster for metrics after the other, in the order of the pipeline. */
final class MetricBoostRun {
    private static final Logger LOG = Logger.getLogger(MetricBoostRun.class);

    private final List<BoosterChoice> choices;
    private final MetricMemory memory;
    private final Instant now;
    private final Allowance allowance;

    /**
     * @param now the instant of the whole way
     * @param allowance what the tier of the user allows
     */
    MetricBoostRun(
            List<BoosterChoice> choices, MetricMemory memory, Instant now, Allowance allowance) {
        this.choices = List.copyOf(choices);
        this.memory = memory;
        this.now = now;
        this.allowance = allowance;
    }

    /** All the way; blocks. */
    BoostedSteps through(Metric metric) {
        BoostedSteps boosted = BoostedSteps.NONE;
        for (BoosterChoice choice : choices) {
            long started = System.nanoTime();
            BoostOutcome outcome = outcome(choice, metric);
            long milliseconds = Duration.ofNanos(System.nanoTime() - started).toMillis();
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

    private BoostOutcome outcome(BoosterChoice choice, Metric metric) {
        Optional<MetricBoosterType> type = MetricBoosters.byId(choice.id());
        if (type.isEmpty()) {
            return new BoostOutcome.Failed("there is no booster " + choice.id() + " for metrics");
        }
        if (!type.get().recordTypes().contains(metric.recordType())) {
            return new BoostOutcome.Skipped("not made for " + metric.recordType());
        }
        Optional<String> obstacle = allowance.obstacle(type.get());
        if (obstacle.isPresent()) {
            return new BoostOutcome.Skipped(obstacle.get());
        }
        Form form = Form.of(choice.configuration());
        return type.get()
                .read(form)
                .map(booster -> outcome(choice, booster, metric))
                .orElseGet(() -> BoostRun.noLongerValid(form));
    }

    private BoostOutcome outcome(BoosterChoice choice, MetricBooster booster, Metric metric) {
        try {
            MetricBackground background =
                    memory.answer(MetricBackground.at(now), booster.lookups(metric));
            return booster.boost(metric, background);
        } catch (DatabaseException e) {
            // Not the booster's fault: the run comes again.
            throw e;
        } catch (RuntimeException e) {
            // Its message may quote a measurement.
            LOG.errorf(
                    "booster %s failed on %s: %s",
                    choice.id(), metric.recordId(), e.getClass().getName());
            return new BoostOutcome.Failed("our mistake: " + e.getClass().getSimpleName());
        }
    }
}
