package io.pulseline.benchmarks;

import io.pulseline.pipeline.run.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What JMH found for one scenario.
 *
 * @param milliseconds for the whole way, on average
 * @param error half of the 99.9 % confidence interval, in milliseconds; 0 where there are too few
 *     iterations to tell
 */
record Measured(Scenario scenario, double milliseconds, double error) {
    /** What the boosters may take on one core of a developer's machine. */
    static final double LIMIT_MILLISECONDS = 20;

    /** Neighbours on the machine, a slower core: so much may be their fault. */
    static final double NOISE = 1.5;

    /** Of all scenarios, in the order in which they were measured. */
    static List<Measured> of(Collection<RunResult> results) {
        return results.stream().map(Measured::of).toList();
    }

    private static Measured of(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        double error = result.getScoreError();
        return new Measured(
                Scenario.valueOf(run.getParams().getParam("scenario")),
                result.getScore(),
                Double.isNaN(error) ? 0 : error);
    }

    /** Whether it is over the limit at all. */
    boolean isOver() {
        return milliseconds > LIMIT_MILLISECONDS;
    }

    /** Whether it is so far over the limit that noise is no excuse. */
    boolean isClearlyOver() {
        return milliseconds - error > NOISE * LIMIT_MILLISECONDS;
    }

    /** For people. */
    String line() {
        return String.format(Locale.ROOT, "  %-8s %7.2f ms ± %.2f", scenario, milliseconds, error);
    }
}
