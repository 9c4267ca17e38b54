package io.pulseline.pipeline.dashboard.pipelines;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.activities.RunLine;
import io.pulseline.pipeline.pipeline.BoosterChoice;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.pipeline.Trigger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline in the list.
 *
 * @param trigger what starts it, in words
 * @param boosters their titles, in order
 */
public record PipelineLine(
        UUID pipelineId,
        String name,
        boolean enabled,
        String trigger,
        List<String> boosters,
        List<TargetLine> targets) {
    public PipelineLine {
        boosters = List.copyOf(boosters);
        targets = List.copyOf(targets);
    }

    /**
     * A target of it.
     *
     * @param disabled true if nothing goes there until the pipeline is saved again
     * @param paused true if what goes there waits
     * @param reason why; null if it is in use
     * @param since when, in words; empty if it is in use
     */
    public record TargetLine(
            UUID targetId,
            String title,
            boolean disabled,
            boolean paused,
            @Nullable String reason,
            String since) {
        static TargetLine of(PipelineTarget target, String title, Reader reader) {
            boolean disabled = target.disabledAt() != null;
            boolean paused = !disabled && target.pausedAt() != null;
            return new TargetLine(
                    target.id(),
                    title,
                    disabled,
                    paused,
                    disabled ? target.disabledReason() : target.pausedReason(),
                    disabled || paused
                            ? reader.ago(disabled ? target.disabledAt() : target.pausedAt())
                            : "");
        }
    }

    static PipelineLine of(Pipeline pipeline, PartForms parts, Reader reader) {
        return new PipelineLine(
                pipeline.id(),
                pipeline.name(),
                pipeline.enabled(),
                inWords(pipeline.trigger()),
                pipeline.boosters().stream()
                        .map(BoosterChoice::id)
                        .map(PartForms::boosterTitle)
                        .toList(),
                pipeline.targets().stream()
                        .map(target ->
                                TargetLine.of(target, parts.targetTitle(target.type()), reader))
                        .toList());
    }

    private static String inWords(Trigger trigger) {
        List<String> named =
                trigger.takesActivities() ? trigger.activityTypes() : trigger.metrics();
        if (named.isEmpty()) {
            return Texts.say(
                    trigger.takesActivities()
                            ? "pipelines_everyActivity"
                            : "pipelines_everyMetric");
        }
        return String.join(
                ", ",
                named.stream().map(word -> RunLine.typeName(word.replace('-', '_'))).toList());
    }
}
