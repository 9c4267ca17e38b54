package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.history.RunTrace;
import io.pulseline.pipeline.history.RunTrace.AttemptTrace;
import io.pulseline.pipeline.history.RunTrace.DeliveryTrace;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.pipeline.PipelineTarget;
import io.pulseline.pipeline.run.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run as its page tells it.
 *
 * @param pipeline its name; null where the pipeline is gone
 * @param running true while something of it is under way or waits
 * @param boosters in order
 * @param deliveries of the present revision and pass first
 * @param missing targets of the pipeline that the run has sent nothing to
 */
public record RunSheet(
        UUID runId,
        UUID pipelineId,
        @Nullable String pipeline,
        String title,
        String status,
        String tone,
        boolean running,
        @Nullable String reason,
        String started,
        String updated,
        List<BoosterLine> boosters,
        List<DeliveryLine> deliveries,
        List<MissingTarget> missing) {
    private static final Set<String> OPEN = Set.of("RUNNING", "WAITING");

    /** Where trying once more, now, makes sense. */
    private static final Set<String> RETRIED = Set.of("DUE", "REFUSED", "EXHAUSTED");

    public RunSheet {
        boosters = List.copyOf(boosters);
        deliveries = List.copyOf(deliveries);
        missing = List.copyOf(missing);
    }

    /**
     * One booster of the run.
     *
     * @param took how long, for people
     * @param values what it found, by name and unit
     */
    public record BoosterLine(
            String name,
            String status,
            String tone,
            @Nullable String reason,
            @Nullable String text,
            String took,
            Map<String, String> values) {
        static BoosterLine of(Step step, Reader reader) {
            return new BoosterLine(
                    words(step.name()),
                    Texts.sayOr("activities_step_" + step.status(), step.status()),
                    RunLine.tone(step.status()),
                    step.reason(),
                    step.text(),
                    step.durationMilliseconds() == null
                            ? Reader.ABSENT
                            : step.durationMilliseconds() + " ms",
                    step.values().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            value -> spaced(value.getKey()),
                                            value -> reader.tenths(value.getValue(), ""),
                                            (first, _) -> first,
                                            java.util.TreeMap::new)));
        }
    }

    /**
     * One delivery.
     *
     * @param retry true where it may be tried once more
     */
    public record DeliveryLine(
            UUID targetId,
            String target,
            boolean present,
            String event,
            String status,
            String tone,
            @Nullable String reason,
            int attempts,
            @Nullable String next,
            String updated,
            boolean retry,
            List<AttemptLine> ended) {
        public DeliveryLine {
            ended = List.copyOf(ended);
        }

        static DeliveryLine of(DeliveryTrace delivery, Reader reader) {
            return new DeliveryLine(
                    delivery.targetId(),
                    RunLine.targetName(delivery.target()),
                    delivery.present(),
                    delivery.event(),
                    Texts.sayOr("activities_delivery_" + delivery.status(), delivery.status()),
                    RunLine.tone(delivery.status()),
                    delivery.reason(),
                    delivery.attempts(),
                    delivery.nextAttemptAt() == null ? null : reader.ago(delivery.nextAttemptAt()),
                    reader.moment(delivery.updatedAt()),
                    delivery.present() && RETRIED.contains(delivery.status()),
                    delivery.ended().stream().map(end -> AttemptLine.of(end, reader)).toList());
        }
    }

    /** One attempt that has ended. */
    public record AttemptLine(
            int number, String ended, String outcome, @Nullable String reason, String took) {
        static AttemptLine of(AttemptTrace attempt, Reader reader) {
            return new AttemptLine(
                    attempt.number(),
                    reader.moment(attempt.endedAt()),
                    Texts.sayOr("activities_attempt_" + attempt.outcome(), attempt.outcome()),
                    attempt.reason(),
                    attempt.durationMilliseconds() + " ms");
        }
    }

    /** A target that the run may still be sent to. */
    public record MissingTarget(UUID targetId, String target) {}

    static RunSheet of(RunTrace trace, @Nullable Pipeline pipeline, Reader reader) {
        Set<UUID> had =
                trace.deliveries().stream()
                        .map(DeliveryTrace::targetId)
                        .collect(Collectors.toUnmodifiableSet());
        List<PipelineTarget> targets = pipeline == null ? List.of() : pipeline.targets();
        return new RunSheet(
                trace.runId(),
                trace.pipelineId(),
                pipeline == null ? null : pipeline.name(),
                RunLine.title(trace.title(), trace.activityType()),
                RunLine.statusName(trace.status()),
                RunLine.tone(trace.status()),
                OPEN.contains(trace.status()),
                trace.reason(),
                reader.moment(trace.startedAt()),
                reader.moment(trace.updatedAt()),
                trace.steps().stream()
                        .filter(step -> Objects.equals(step.kind(), "BOOSTER"))
                        .map(step -> BoosterLine.of(step, reader))
                        .toList(),
                trace.deliveries().reversed().stream()
                        .sorted((one, other) -> Boolean.compare(other.present(), one.present()))
                        .map(delivery -> DeliveryLine.of(delivery, reader))
                        .toList(),
                targets.stream()
                        .filter(target -> !had.contains(target.id()))
                        .map(target ->
                                new MissingTarget(target.id(), RunLine.targetName(target.type())))
                        .toList());
    }

    private static String words(String id) {
        String plain = id.replace('-', ' ');
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    /** {@code averageBeatsPerMinute} as {@code average beats per minute}. */
    private static String spaced(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ENGLISH);
    }
}
