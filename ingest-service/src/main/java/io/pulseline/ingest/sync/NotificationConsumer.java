package io.pulseline.ingest.sync;

import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.intake.Patience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code source.notifications.v1}, one after the other. */
@ApplicationScoped
class NotificationConsumer {
    private final AvroCodec<SourceNotification> codec;
    private final NotificationRules rules;
    private final SyncWorker worker;
    private final Patience patience;
    private final SyncMetrics metrics;

    NotificationConsumer(
            AvroCodec<SourceNotification> codec,
            NotificationRules rules,
            SyncWorker worker,
            Patience patience,
            SyncMetrics metrics) {
        this.codec = codec;
        this.rules = rules;
        this.worker = worker;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("notifications-in")
    Uni<Void> consume(Message<byte[]> message) {
        return patience.take(
                "notifications",
                message,
                value -> rules.apply(codec.decode(value)),
                this::done,
                () -> metrics.notification(SyncMetrics.Notification.DEAD_LETTER));
    }

    private void done(SyncMetrics.Notification outcome) {
        metrics.notification(outcome);
        if (outcome == SyncMetrics.Notification.WOKEN) {
            worker.wake();
        }
    }
}
