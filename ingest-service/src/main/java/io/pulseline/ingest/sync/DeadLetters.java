package io.pulseline.ingest.sync;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.ingest.publish.DeadLetterPublisher;
import io.pulseline.ingest.publish.PublishOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps for operators what a provider gave in a shape we do not know. The same bytes are met with
 * every reading; they are told once while this replica lives.
 */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int REMEMBERED = 10_000;

    private final DeadLetterPublisher publisher;
    private final SyncMetrics metrics;
    private final Map<UUID, Boolean> told =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    DeadLetters(DeadLetterPublisher publisher, SyncMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Sends each once; one that Kafka does not take is sent when it is met again. Blocks. */
    void send(ReadContext context, String kind, List<Unreadable> unreadable) {
        metrics.unreadable(unreadable.size());
        for (Unreadable one : unreadable) {
            UUID id =
                    NamedUuid.of(
                            context.connection().id(), kind + ":" + Hashes.of(one.part().body()));
            if (isNew(id)) {
                send(context, kind, one, id);
            }
        }
    }

    private synchronized boolean isNew(UUID id) {
        return !told.containsKey(id);
    }

    private synchronized void remember(UUID id) {
        told.put(id, true);
    }

    private void send(ReadContext context, String kind, Unreadable one, UUID id) {
        try {
            if (publisher.publish(payload(context, kind, one, id), one.reason())
                    instanceof PublishOutcome.Acknowledged) {
                remember(id);
                metrics.payload(SyncMetrics.Payload.DEAD_LETTER);
                LOG.errorf(
                        "answer dead-lettered: connection=%s kind=%s part=%s reason=%s",
                        context.connection().id(), kind, one.part().kind(), one.reason());
            }
        } catch (RegistryUnavailableException _) {
            LOG.warnf("dead letter waits for the registry: kind=%s", kind);
        }
    }

    private static PayloadCaptured payload(
            ReadContext context, String kind, Unreadable one, UUID id) {
        ThingPartEntity part = KeptPart.row(id, 0, true, one.part());
        return PayloadCaptured.newBuilder()
                .setPayloadId(id.toString())
                .setUser(context.connection().user().toString())
                .setConnectionId(context.connection().id().toString())
                .setProvider(context.connection().provider())
                .setKind(kind)
                .setCapturedEpochMillis(one.part().capturedAt().toEpochMilli())
                .setParts(List.of(KeptPart.payloadPart(part)))
                .build();
    }
}
