package io.pulseline.pipeline.intake;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.InvalidRecordException;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedActivity;
import io.pulseline.pipeline.run.RunWorker;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes what {@code health.activities.v1} brings, one message after the other. A message is
 * acknowledged when the transaction that keeps it is committed, or when Kafka has acknowledged its
 * dead letter; until then it is tried for ever.
 */
@ApplicationScoped
class ActivityConsumer {
    private final Intake intake;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final RunWorker runs;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final AvroCodec<Activity> codec;

    ActivityConsumer(
            Intake intake,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            RunWorker runs,
            IntakeMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.intake = intake;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.runs = runs;
        this.metrics = metrics;
        this.clock = clock;
        this.codec = new AvroCodec<>(registryUrl, Topics.HEALTH_ACTIVITIES, Activity.class);
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare activities").start(codec::prepare);
    }

    @Incoming("activities")
    @Blocking
    void take(ConsumerRecord<String, byte[]> message) {
        metrics.received();
        patience.untilDone("intake of activities", () -> taken(message));
    }

    /** Empty when done; otherwise what we wait for. */
    private Patience.Progress taken(ConsumerRecord<String, byte[]> message) {
        try {
            ReceivedActivity received = read(message);
            Intake.Taken taken =
                    transactions.writeAndWait(() -> intake.take(received, clock.instant()));
            if (taken.outcome() == KeepOutcome.FOREIGN) {
                return buried(message, "recordId belongs to a record of another user");
            }
            metrics.kept(taken.outcome());
            taken.answers().forEach(metrics::asked);
            runs.wake();
            return new Patience.Progress.Done();
        } catch (UndecodableException | InvalidRecordException e) {
            return buried(message, String.valueOf(e.getMessage()));
        } catch (RegistryUnavailableException e) {
            return new Patience.Progress.Waits("the schema registry does not answer");
        } catch (DatabaseException e) {
            return e.isOutage()
                    ? new Patience.Progress.Waits("the database does not answer")
                    : buried(message, String.valueOf(e.getMessage()));
        }
    }

    private ReceivedActivity read(ConsumerRecord<String, byte[]> message) {
        byte[] value = message.value();
        return ReceivedActivity.of(codec.decode(value == null ? new byte[0] : value));
    }

    private Patience.Progress buried(ConsumerRecord<String, byte[]> message, String reason) {
        if (!deadLetters.send(message, reason)) {
            return new Patience.Progress.Waits("Kafka does not take a dead letter");
        }
        metrics.deadLettered();
        return new Patience.Progress.Done();
    }
}
