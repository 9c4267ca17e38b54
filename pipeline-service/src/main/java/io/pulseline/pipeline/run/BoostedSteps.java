package io.pulseline.pipeline.run;

import io.pulseline.pipeline.booster.BoostOutcome;
import io.pulseline.pipeline.run.Boosted.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the boosters did beside a metric, which itself stays as it came.
 *
 * @param end how the way has ended before its time; null if it has not; a metric never waits
 * @param lookAgainAt the earliest of what boosters asked for; null if none did
 */
record BoostedSteps(List<BoostStep> steps, @Nullable End end, @Nullable Instant lookAgainAt) {
    static final BoostedSteps NONE = new BoostedSteps(List.of(), null, null);

    BoostedSteps {
        steps = List.copyOf(steps);
    }

    /** The same after one more booster. */
    BoostedSteps after(String booster, BoostOutcome outcome, long milliseconds) {
        return switch (outcome) {
            case BoostOutcome.Added added ->
                    new BoostedSteps(
                            with(
                                    new BoostStep(
                                            booster,
                                            BoostStep.ADDED,
                                            null,
                                            added.text(),
                                            added.values(),
                                            added.images(),
                                            milliseconds)),
                            null,
                            earlier(added.lookAgainAt()));
            case BoostOutcome.Skipped(String reason, _) ->
                    next(booster, BoostStep.SKIPPED, reason, milliseconds, null);
            case BoostOutcome.Failed(String reason) ->
                    next(booster, BoostStep.FAILED, reason, milliseconds, null);
            case BoostOutcome.Halted(String reason) ->
                    next(booster, BoostStep.HALTED, reason, milliseconds, new End.Halted(reason));
            case BoostOutcome.Later later ->
                    next(
                            booster,
                            BoostStep.FAILED,
                            "our mistake: it would wait, which a metric cannot: " + later.reason(),
                            milliseconds,
                            null);
        };
    }

    /** The same, given up. */
    BoostedSteps failed(String reason) {
        return new BoostedSteps(steps, new End.Failed(reason), lookAgainAt);
    }

    private BoostedSteps next(
            String booster, String status, String reason, long milliseconds, @Nullable End way) {
        return new BoostedSteps(
                with(
                        new BoostStep(
                                booster, status, reason, null, Map.of(), Map.of(), milliseconds)),
                way,
                lookAgainAt);
    }

    private @Nullable Instant earlier(@Nullable Instant other) {
        if (lookAgainAt == null || other == null) {
            return lookAgainAt == null ? other : lookAgainAt;
        }
        return other.isBefore(lookAgainAt) ? other : lookAgainAt;
    }

    private List<BoostStep> with(BoostStep step) {
        List<BoostStep> all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }
}
