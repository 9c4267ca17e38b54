package io.pulseline.pipeline.dashboard.operator;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.operator.DueWork;

/**
 * Deliveries to one kind of target.
 *
 * @param oldest since when the oldest that is due waits
 */
public record WorkLine(
        String target,
        long due,
        long later,
        long leased,
        long held,
        long exhausted,
        String oldest) {
    static WorkLine of(DueWork.Deliveries deliveries, Reader reader) {
        return new WorkLine(
                targetName(deliveries.targetType()),
                deliveries.due(),
                deliveries.later(),
                deliveries.leased(),
                deliveries.held(),
                deliveries.exhausted(),
                reader.ago(deliveries.oldestDueAt()));
    }

    static String targetName(String kind) {
        return Texts.sayOr("activities_target_" + kind.replace('-', '_'), kind);
    }
}
