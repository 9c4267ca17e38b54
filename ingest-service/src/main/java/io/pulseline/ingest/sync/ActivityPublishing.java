package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.Topics;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.publish.PayloadPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import io.pulseline.ingest.publish.Route;
import io.pulseline.ingest.sync.WaitingRule.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings one activity forward: reads the parts it promises, waits for what is missing, and sends
 * all of it as one payload. The encoded payload is stored before it is sent and forgotten after
 * Kafka acknowledged, so a crash in between repeats it byte for byte.
 */
@ApplicationScoped
class ActivityPublishing {
    private static final Logger LOG = Logger.getLogger(ActivityPublishing.class);

    private final ThingStore things;
    private final PartsReader parts;
    private final DataProviders providers;
    private final PayloadPublisher publisher;
    private final SyncMetrics metrics;
    private final ActivityConfig config;
    private final WaitingRule rule;
    private final Clock clock;

    ActivityPublishing(
            ThingStore things,
            PartsReader parts,
            DataProviders providers,
            PayloadPublisher publisher,
            SyncMetrics metrics,
            ActivityConfig config,
            Clock clock) {
        this.things = things;
        this.parts = parts;
        this.providers = providers;
        this.publisher = publisher;
        this.metrics = metrics;
        this.config = config;
        this.rule = WaitingRule.of(config);
        this.clock = clock;
    }

    /**
     * Takes one thing as far as it goes now.
     *
     * @return false if Kafka did not acknowledge; the thing stays as it is
     */
    boolean forward(Connection connection, UUID id, Asker asker) {
        ThingEntity thing = things.thing(id);
        if (thing.state == ThingEntity.State.READY) {
            return send(connection, thing);
        }
        List<ThingPartEntity> kept = things.parts(id);
        Optional<ThingPartEntity> self =
                kept.stream().filter(part -> part.kind.equals(PartKind.LOG)).findFirst();
        if (self.isEmpty()) {
            things.refused(id, "its kept answers are gone");
            return true;
        }
        ListedThing listed =
                providers
                        .named(connection.provider())
                        .again(
                                thing.kind,
                                KeptPart.read(self.get()),
                                connection.grantedScopes(),
                                connection.zones());
        Set<String> missing = parts.read(connection, listed, id, kept, asker);
        if (asker.ended().isPresent()) {
            return true;
        }
        return decide(connection, thing, listed, missing, asker);
    }

    private boolean decide(
            Connection connection,
            ThingEntity thing,
            ListedThing listed,
            Set<String> missing,
            Asker asker) {
        Instant now = clock.instant();
        Instant askFrom = asker.notBefore() == null ? now : asker.notBefore();
        return switch (rule.decide(missing, thing.notedAt, thing.attempts, askFrom, now)) {
            case Decision.PublishComplete() ->
                    publish(connection, thing, listed, missing, null, asker);
            case Decision.Wait(Instant until) -> {
                String reason = "waits for " + String.join(", ", missing);
                things.waits(thing.id, until, reason);
                LOG.infof(
                        "activity %s: connection=%s thing=%s until=%s",
                        reason, connection.id(), thing.thingKey, until);
                yield true;
            }
            case Decision.PublishPartial(Instant again) ->
                    publish(connection, thing, listed, missing, again, asker);
            case Decision.PublishPartialForGood() ->
                    publish(connection, thing, listed, missing, null, asker);
        };
    }

    private boolean publish(
            Connection connection,
            ThingEntity thing,
            ListedThing listed,
            Set<String> missing,
            @Nullable Instant lookAgain,
            Asker asker) {
        boolean partialIsOut = thing.state == ThingEntity.State.PARTIAL && !missing.isEmpty();
        Bundle bundle = Bundle.of(thing, things.parts(thing.id), missing);
        if (partialIsOut || bundle.hash().equals(thing.publishedHash)) {
            things.looked(thing.id, lookAgain);
            return true;
        }
        @Nullable Instant synced = parts.lastDeviceSync(connection, asker).orElse(null);
        byte[] encoded =
                publisher.encode(
                        bundle.payload(connection, thing, listed, synced, config.lateAfter()));
        if (encoded.length > Topics.MAXIMUM_VALUE_BYTES) {
            refuse(connection, thing, encoded.length);
            return true;
        }
        things.ready(thing.id, bundle, encoded);
        return send(connection, things.thing(thing.id));
    }

    private void refuse(Connection connection, ThingEntity thing, int bytes) {
        metrics.payload(SyncMetrics.Payload.TOO_LARGE);
        LOG.errorf(
                "payload too large, not published: connection=%s thing=%s bytes=%d allowed=%d",
                connection.id(), thing.thingKey, bytes, Topics.MAXIMUM_VALUE_BYTES);
        things.refused(
                thing.id,
                "its payload has " + bytes + " bytes; allowed are " + Topics.MAXIMUM_VALUE_BYTES);
    }

    private boolean send(Connection connection, ThingEntity thing) {
        byte[] encoded = thing.pendingPayload;
        UUID payloadId = thing.pendingPayloadId;
        Instant capturedAt = thing.capturedAt;
        if (encoded == null || payloadId == null || capturedAt == null) {
            throw new IllegalStateException("thing " + thing.id + " is READY without a payload");
        }
        PublishOutcome outcome =
                publisher.publish(
                        List.of(
                                new PayloadPublisher.Sending(
                                        Route.LIVE,
                                        connection.user(),
                                        payloadId,
                                        thing.thingKey,
                                        capturedAt,
                                        encoded)));
        return switch (outcome) {
            case PublishOutcome.Acknowledged() -> {
                acknowledged(connection, thing, payloadId);
                yield true;
            }
            case PublishOutcome.NotAcknowledged(String reason) -> {
                LOG.warnf(
                        "payload waits for Kafka: connection=%s thing=%s reason=%s",
                        connection.id(), thing.thingKey, reason);
                yield false;
            }
        };
    }

    private void acknowledged(Connection connection, ThingEntity thing, UUID payloadId) {
        boolean partial = Completeness.PARTIAL.equals(thing.pendingCompleteness);
        Instant now = clock.instant();
        boolean giveUp = !now.isBefore(thing.notedAt.plus(rule.giveUpAfter()));
        things.published(thing.id, partial && !giveUp ? now.plus(rule.lookAgainEvery()) : null);
        metrics.payload(partial ? SyncMetrics.Payload.PARTIAL : SyncMetrics.Payload.COMPLETE);
        LOG.infof(
                "payload published: connection=%s thing=%s payload=%s completeness=%s",
                connection.id(), thing.thingKey, payloadId, thing.pendingCompleteness);
    }
}
