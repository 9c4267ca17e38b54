package io.pulseline.pipeline.history;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.delivery.PastAttempt;
import io.pulseline.pipeline.run.Run;
import io.pulseline.pipeline.run.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that is known of it.
 *
 * @param pass how often this revision was sent through again on request
 * @param revisions of the record that the run has had, oldest first; one that led to no delivery
 *     stands here only while it is the present one
 * @param deliveries of every revision and pass, oldest first
 */
public record RunTrace(
        UUID runId,
        UUID pipelineId,
        String recordType,
        UUID recordId,
        long revision,
        int pass,
        @Nullable String title,
        @Nullable String activityType,
        String status,
        @Nullable String reason,
        Instant startedAt,
        Instant updatedAt,
        List<Step> steps,
        List<Long> revisions,
        List<DeliveryTrace> deliveries) {

    /**
     * A delivery with its attempts.
     *
     * @param target its kind
     * @param present false if it is of an earlier revision or pass
     * @param reason why it is not delivered; null if there is nothing to say
     * @param attempts begun so far
     * @param nextAttemptAt null if none will be made by itself
     * @param ended attempts that have ended, oldest first; the latest 50
     */
    public record DeliveryTrace(
            UUID deliveryId,
            UUID targetId,
            String target,
            long revision,
            int pass,
            boolean present,
            String event,
            String status,
            @Nullable String reason,
            int attempts,
            @Nullable Instant nextAttemptAt,
            Instant updatedAt,
            List<AttemptTrace> ended) {

        static DeliveryTrace of(Run run, Delivery delivery) {
            DeliveryState state = delivery.state();
            return new DeliveryTrace(
                    delivery.id(),
                    delivery.target(),
                    delivery.targetType(),
                    delivery.revision(),
                    delivery.pass(),
                    run.isPresent(delivery),
                    delivery.event().of(run.recordType()),
                    state.word(),
                    state.reason(),
                    state.attempts(),
                    state instanceof DeliveryState.Due due ? due.at() : null,
                    delivery.changedAt(),
                    delivery.past().stream().map(AttemptTrace::of).toList());
        }
    }

    /**
     * An attempt that has ended.
     *
     * @param number 1 for the first; a number that is missing was lost with its sender
     * @param outcome ACCEPTED, LATER, REFUSED
     */
    public record AttemptTrace(
            int number,
            Instant endedAt,
            String outcome,
            @Nullable String reason,
            long durationMilliseconds) {

        static AttemptTrace of(PastAttempt attempt) {
            return new AttemptTrace(
                    attempt.number(),
                    Instant.ofEpochMilli(attempt.endedEpochMillis()),
                    attempt.outcome(),
                    attempt.reason(),
                    attempt.durationMilliseconds());
        }
    }

    static RunTrace of(Run run, List<Delivery> deliveries) {
        return new RunTrace(
                run.id(),
                run.pipelineId(),
                run.recordType(),
                run.recordId(),
                run.revision(),
                run.pass(),
                run.title(),
                run.activityType(),
                run.status().name(),
                run.reason(),
                run.startedAt(),
                run.changedAt(),
                Step.of(run, deliveries),
                revisions(run, deliveries),
                deliveries.stream().map(delivery -> DeliveryTrace.of(run, delivery)).toList());
    }

    private static List<Long> revisions(Run run, List<Delivery> deliveries) {
        Stream<Long> sent = deliveries.stream().map(Delivery::revision);
        return Stream.concat(sent, LongStream.of(run.revision()).boxed())
                .distinct()
                .sorted()
                .toList();
    }
}
