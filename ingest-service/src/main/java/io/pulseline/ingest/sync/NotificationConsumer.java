package io.pulseline.ingest.sync;

import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.ingest.database.DatabaseException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Reads {@code source.notifications.v1}, one after the other. What can never be read goes to the
 * dead-letter topic with its reason; an outage of the database or the registry holds the
 * notification (and with it the partition) until it is over.
 */
@ApplicationScoped
class NotificationConsumer {
    private static final Logger LOG = Logger.getLogger(NotificationConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final AvroCodec<SourceNotification> codec;
    private final NotificationRules rules;
    private final SyncWorker worker;
    private final Outages outages;
    private final SyncMetrics metrics;
    private final SyncConfig config;

    NotificationConsumer(
            AvroCodec<SourceNotification> codec,
            NotificationRules rules,
            SyncWorker worker,
            Outages outages,
            SyncMetrics metrics,
            SyncConfig config) {
        this.codec = codec;
        this.rules = rules;
        this.worker = worker;
        this.outages = outages;
        this.metrics = metrics;
        this.config = config;
    }

    @Incoming("notifications-in")
    Uni<Void> consume(Message<byte[]> message) {
        return Uni.createFrom()
                .item(() -> rules.apply(codec.decode(message.getPayload())))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure(NotificationConsumer::isOutage)
                .invoke(outages::began)
                .onFailure(NotificationConsumer::isOutage)
                .retry()
                .withBackOff(FIRST_PAUSE, config.outagePause())
                .indefinitely()
                .onItemOrFailure()
                .transformToUni((outcome, failure) ->
                        failure == null ? done(message, outcome) : poison(message, failure));
    }

    /** Anything but data that can never be read or stored. */
    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case UndecodableException _ -> false;
            case DatabaseException database -> !database.isAboutTheData();
            default -> true;
        };
    }

    private Uni<Void> done(Message<byte[]> message, SyncMetrics.Notification outcome) {
        outages.ended();
        metrics.notification(outcome);
        if (outcome == SyncMetrics.Notification.WOKEN) {
            worker.wake();
        }
        return Uni.createFrom().completionStage(message::ack);
    }

    private Uni<Void> poison(Message<byte[]> message, Throwable failure) {
        outages.ended();
        metrics.notification(SyncMetrics.Notification.DEAD_LETTER);
        LOG.errorf("notification dead-lettered: reason=%s", failure.getMessage());
        return Uni.createFrom().completionStage(() -> message.nack(failure));
    }
}
