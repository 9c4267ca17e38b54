package io.pulseline.pipeline.dashboard.health;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Of the values that are there.
 *
 * @param average null without any value, as the others
 */
record Stats(
        long count, @Nullable Double average, @Nullable Double lowest, @Nullable Double highest) {
    static Stats of(Collection<Double> values) {
        DoubleSummaryStatistics all =
                values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return all.getCount() == 0
                ? new Stats(0, null, null, null)
                : new Stats(all.getCount(), all.getAverage(), all.getMin(), all.getMax());
    }
}
