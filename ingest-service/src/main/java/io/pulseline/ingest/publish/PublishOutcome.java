package io.pulseline.ingest.publish;

/** What became of a record on its way to Kafka. */
public sealed interface PublishOutcome {
    /** All in-sync replicas have it. */
    record Acknowledged() implements PublishOutcome {}

    /**
     * Not acknowledged in time. It may still arrive; a repetition does no harm.
     *
     * @param reason for logs
     */
    record NotAcknowledged(String reason) implements PublishOutcome {}

    static PublishOutcome acknowledged() {
        return new Acknowledged();
    }

    static PublishOutcome notAcknowledged(String reason) {
        return new NotAcknowledged(reason);
    }
}
