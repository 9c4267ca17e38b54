package io.pulseline.normalizer.intake;

import io.pulseline.normalizer.intake.Reading.Mapped;
import io.pulseline.normalizer.intake.Reading.Refused;
import io.pulseline.normalizer.intake.Reading.Why;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Takes one payload of a lane after the other, so each user's records keep their order.
 *
 * <p>A payload is acknowledged only after Kafka has acknowledged all its records, or its dead
 * letter. Registry or Kafka away: the payload waits, for ever if need be, and nothing becomes a
 * dead letter. Whatever else goes wrong here leaves the payload unacknowledged; it comes again
 * after a restart.
 */
@ApplicationScoped
class PayloadIntake {
    private static final Refused TOO_LARGE_FOR_KAFKA =
            new Refused(
                    Why.TOO_LARGE,
                    "Kafka refuses a record as too large; is max.message.bytes of its topic as"
                            + " in the contracts?");

    private final PayloadReader reader;
    private final RecordOutlet outlet;
    private final Patience patience;
    private final IntakeMetrics metrics;

    PayloadIntake(
            PayloadReader reader, RecordOutlet outlet, Patience patience, IntakeMetrics metrics) {
        this.reader = reader;
        this.outlet = outlet;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("payloads")
    Uni<Void> takeLive(Message<byte[]> message) {
        return take(Lane.LIVE, message);
    }

    @Incoming("backfill")
    Uni<Void> takeBackfill(Message<byte[]> message) {
        return take(Lane.BACKFILL, message);
    }

    private Uni<Void> take(Lane lane, Message<byte[]> message) {
        metrics.taken();
        Uni<Reading> reading =
                Uni.createFrom()
                        .item(() -> reader.read(message.getPayload()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return patience.untilItWorks(lane, "schema registry", reading)
                .chain(outcome ->
                        switch (outcome) {
                            case Mapped mapped -> handOn(lane, message, mapped);
                            case Refused refused -> putAside(message, refused);
                        });
    }

    private Uni<Void> handOn(Lane lane, Message<byte[]> message, Mapped mapped) {
        Uni<Void> sent = outlet.publish(lane, mapped, message.getMetadata());
        return patience.untilItWorks(lane, "Kafka", sent)
                .invoke(() -> metrics.published(mapped))
                .chain(() -> Uni.createFrom().completionStage(message::ack))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> putAside(message, TOO_LARGE_FOR_KAFKA));
    }

    private Uni<Void> putAside(Message<byte[]> message, Refused refused) {
        Log.warnf("payload refused: reason=%s at=%s", refused.reason(), placeOf(message));
        return Uni.createFrom()
                .completionStage(() -> message.nack(new RefusedPayloadException(refused.reason())))
                .invoke(() -> metrics.refused(refused.why()));
    }

    private static String placeOf(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getPartition() + "/" + record.getOffset())
                .orElse("unknown");
    }
}
