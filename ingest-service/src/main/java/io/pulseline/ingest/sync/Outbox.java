package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.publish.PayloadPublisher;
import io.pulseline.ingest.publish.PayloadPublisher.Sending;
import io.pulseline.ingest.publish.PublishOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The way of encoded payloads from the ledger to Kafka: they are READY in their rows first, then
 * sent, and forgotten after Kafka has acknowledged; a crash in between repeats them byte for byte.
 */
@ApplicationScoped
class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    /** These have rules of their own for what follows a payload. */
    private static final Set<String> LISTED = Set.of(PayloadKind.ACTIVITY, PayloadKind.SLEEP);

    private final ThingStore things;
    private final PayloadPublisher publisher;
    private final SyncMetrics metrics;
    private final Clock clock;

    Outbox(ThingStore things, PayloadPublisher publisher, SyncMetrics metrics, Clock clock) {
        this.things = things;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The payload's bytes; empty if it is larger than any topic takes, which is counted.
     *
     * @throws io.pulseline.contracts.wire.RegistryUnavailableException if the schema is not known
     *     yet and the registry does not answer
     */
    Optional<byte[]> encode(PayloadCaptured payload) {
        byte[] encoded = publisher.encode(payload);
        if (encoded.length <= Topics.MAXIMUM_VALUE_BYTES) {
            return Optional.of(encoded);
        }
        metrics.payload(SyncMetrics.Payload.TOO_LARGE);
        LOG.errorf(
                "payload too large, not published: connection=%s kind=%s thing=%s bytes=%d"
                        + " allowed=%d",
                payload.getConnectionId(),
                payload.getKind(),
                payload.getThingKey(),
                encoded.length,
                Topics.MAXIMUM_VALUE_BYTES);
        return Optional.empty();
    }

    /**
     * Sends what a pass before this one left.
     *
     * @param kinds that are claimed: another pass may be sending the others just now
     * @return false if Kafka did not acknowledge
     */
    boolean sendLeft(Connection connection, Collection<String> kinds) {
        Set<String> ours = new TreeSet<>(kinds);
        ours.removeAll(LISTED);
        return ours.isEmpty()
                || send(connection, things.ready(connection.id(), ours, clock.instant()));
    }

    /**
     * Sends things that are READY and notes that they are out.
     *
     * @return false if Kafka did not acknowledge all of them; they stay as they are
     */
    boolean send(Connection connection, List<ThingEntity> ready) {
        if (ready.isEmpty()) {
            return true;
        }
        PublishOutcome outcome =
                publisher.publish(ready.stream().map(thing -> sending(connection, thing)).toList());
        return switch (outcome) {
            case PublishOutcome.Acknowledged() -> {
                acknowledged(connection, ready);
                yield true;
            }
            case PublishOutcome.NotAcknowledged(String reason) -> {
                LOG.warnf(
                        "payloads wait for Kafka: connection=%s count=%d reason=%s",
                        connection.id(), ready.size(), reason);
                yield false;
            }
        };
    }

    /** One thing on its way to Kafka. */
    static Sending sending(Connection connection, ThingEntity thing) {
        byte[] encoded = thing.pendingPayload;
        UUID payloadId = thing.pendingPayloadId;
        Instant capturedAt = thing.capturedAt;
        if (encoded == null || payloadId == null || capturedAt == null) {
            throw new IllegalStateException("thing " + thing.id + " is READY without a payload");
        }
        return new Sending(
                thing.route, connection.user(), payloadId, thing.thingKey, capturedAt, encoded);
    }

    private void acknowledged(Connection connection, List<ThingEntity> sent) {
        things.published(sent.stream().map(thing -> thing.id).toList());
        for (ThingEntity thing : sent) {
            boolean partial = Completeness.PARTIAL.equals(thing.pendingCompleteness);
            metrics.payload(partial ? SyncMetrics.Payload.PARTIAL : SyncMetrics.Payload.COMPLETE);
            LOG.debugf(
                    "payload published: connection=%s kind=%s thing=%s payload=%s",
                    connection.id(), thing.kind, thing.thingKey, thing.pendingPayloadId);
        }
    }
}
