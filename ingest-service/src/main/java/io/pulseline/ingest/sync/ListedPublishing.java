package io.pulseline.ingest.sync;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.Topics;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.publish.PayloadPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
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
 * Brings one listed thing forward: reads the parts it promises, waits for what is missing, and
 * sends all of it as one payload. The encoded payload is stored before it is sent and forgotten
 * after Kafka acknowledged, so a crash in between repeats it byte for byte.
 */
@ApplicationScoped
class ListedPublishing {
    private static final Logger LOG = Logger.getLogger(ListedPublishing.class);

    private final ThingStore things;
    private final ListedLedger ledger;
    private final PartsReader parts;
    private final Outbox outbox;
    private final PayloadPublisher publisher;
    private final SyncMetrics metrics;
    private final SyncConfig sync;
    private final WaitingRule rule;
    private final Clock clock;

    ListedPublishing(
            ThingStore things,
            ListedLedger ledger,
            PartsReader parts,
            Outbox outbox,
            PayloadPublisher publisher,
            SyncMetrics metrics,
            ActivityConfig config,
            SyncConfig sync,
            Clock clock) {
        this.things = things;
        this.ledger = ledger;
        this.parts = parts;
        this.outbox = outbox;
        this.publisher = publisher;
        this.metrics = metrics;
        this.sync = sync;
        this.rule = WaitingRule.of(config);
        this.clock = clock;
    }

    /**
     * Takes one thing as far as it goes now.
     *
     * @return false if Kafka did not acknowledge; the thing stays as it is
     */
    boolean forward(ReadContext context, UUID id) {
        Connection connection = context.connection();
        ThingEntity thing = things.thing(id);
        if (thing.state == ThingEntity.State.READY) {
            return send(connection, thing);
        }
        List<ThingPartEntity> kept = things.parts(id);
        Optional<ThingPartEntity> self = kept.stream().filter(KeptPart::isThing).findFirst();
        if (self.isEmpty()) {
            things.refused(id, "its kept answers are gone");
            return true;
        }
        ListedThing listed =
                context.provider()
                        .again(
                                thing.kind,
                                KeptPart.read(self.get()),
                                connection.grantedScopes(),
                                connection.zones());
        Set<String> missing = parts.read(connection, listed, id, kept, context.asker());
        if (context.asker().ended().isPresent()) {
            return true;
        }
        return decide(context, thing, listed, missing);
    }

    private boolean decide(
            ReadContext context, ThingEntity thing, ListedThing listed, Set<String> missing) {
        Instant now = clock.instant();
        @Nullable Instant notBefore = context.asker().notBefore();
        Instant askFrom = notBefore == null ? now : notBefore;
        return switch (rule.decide(missing, thing.notedAt, thing.attempts, askFrom, now)) {
            case Decision.PublishComplete() -> publish(context, thing, listed, missing, null);
            case Decision.Wait(Instant until) -> {
                String reason = "waits for " + String.join(", ", missing);
                things.waits(thing.id, until, reason);
                LOG.infof(
                        "thing %s: connection=%s thing=%s until=%s",
                        reason, thing.connectionId, thing.thingKey, until);
                yield true;
            }
            case Decision.PublishPartial(Instant again) ->
                    publish(context, thing, listed, missing, again);
            case Decision.PublishPartialForGood() -> publish(context, thing, listed, missing, null);
        };
    }

    private boolean publish(
            ReadContext context,
            ThingEntity thing,
            ListedThing listed,
            Set<String> missing,
            @Nullable Instant lookAgain) {
        boolean partialIsOut = thing.state == ThingEntity.State.PARTIAL && !missing.isEmpty();
        Bundle bundle = Bundle.of(thing, things.parts(thing.id), missing, zone(context, listed));
        if (partialIsOut || bundle.hash().equals(thing.publishedHash)) {
            things.looked(thing.id, lookAgain);
            return true;
        }
        boolean whole = missing.isEmpty();
        context.devices();
        Bundle.Facts facts =
                new Bundle.Facts(
                        whole ? listed.startsAt() : null,
                        whole ? listed.endsAt() : null,
                        listed.endsAt(),
                        context.knownSync());
        Connection connection = context.connection();
        Optional<byte[]> encoded =
                outbox.encode(bundle.payload(connection, thing, facts, sync.lateAfter()));
        if (encoded.isEmpty()) {
            things.refused(
                    thing.id,
                    "its payload is too large; allowed are " + Topics.MAXIMUM_VALUE_BYTES);
            return true;
        }
        things.ready(thing.id, bundle, encoded.get());
        return send(connection, things.thing(thing.id));
    }

    /** The zone its local times depend on; empty if they come with an offset. */
    private static String zone(ReadContext context, ListedThing listed) {
        return listed.offset() == null
                ? context.connection().zones().zoneOn(listed.localDate()).getId()
                : "";
    }

    /** The provider no longer has the thing: says so if it has been told. Blocks. */
    void vanish(Connection connection, UUID id) {
        ThingEntity thing = things.thing(id);
        if (thing.publishedHash == null && !isTakenOver(connection, thing)) {
            ledger.vanished(id, null, new byte[0]);
            return;
        }
        Instant now = clock.instant();
        Bundle bundle = Bundle.vanished(thing, now);
        Bundle.Facts facts = new Bundle.Facts(null, null, now, null);
        outbox.encode(bundle.payload(connection, thing, facts, sync.lateAfter()))
                .ifPresent(encoded -> ledger.vanished(id, bundle, encoded));
    }

    /** Whether another provider showed it first, so that it may have been told from there. */
    private static boolean isTakenOver(Connection connection, ThingEntity thing) {
        return !thing.thingKey.equals(Ids.thingKey(connection.provider(), thing.providerId));
    }

    private boolean send(Connection connection, ThingEntity thing) {
        PublishOutcome outcome = publisher.publish(List.of(Outbox.sending(connection, thing)));
        return switch (outcome) {
            case PublishOutcome.Acknowledged() -> {
                acknowledged(connection, thing);
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

    private void acknowledged(Connection connection, ThingEntity thing) {
        boolean partial = Completeness.PARTIAL.equals(thing.pendingCompleteness);
        Instant now = clock.instant();
        boolean giveUp = !now.isBefore(thing.notedAt.plus(rule.giveUpAfter()));
        things.published(thing.id, partial && !giveUp ? now.plus(rule.lookAgainEvery()) : null);
        metrics.payload(partial ? SyncMetrics.Payload.PARTIAL : SyncMetrics.Payload.COMPLETE);
        LOG.infof(
                "payload published: connection=%s thing=%s payload=%s completeness=%s",
                connection.id(), thing.thingKey, thing.pendingPayloadId, thing.pendingCompleteness);
    }
}
