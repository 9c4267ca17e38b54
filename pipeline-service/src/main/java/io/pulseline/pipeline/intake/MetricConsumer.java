package io.pulseline.pipeline.intake;

import static java.util.function.Function.identity;

import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.InvalidRecordException;
import io.pulseline.pipeline.record.KeepOutcome;
import io.pulseline.pipeline.record.ReceivedRecord;
import io.pulseline.pipeline.run.RunWorker;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps what the topics of metrics bring, a batch in one transaction. A batch is acknowledged when
 * it is committed and Kafka has acknowledged the dead letters of it; until then it is tried for
 * ever.
 */
@ApplicationScoped
class MetricConsumer {
    private static final String WHO = "intake of metrics";

    private final MetricIntake intake;
    private final RunWorker worker;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final Map<String, MetricTopic<?>> topics;

    MetricConsumer(
            MetricIntake intake,
            RunWorker worker,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            IntakeMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.intake = intake;
        this.worker = worker;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.metrics = metrics;
        this.clock = clock;
        this.topics =
                MetricTopic.all(registryUrl).stream()
                        .collect(Collectors.toMap(MetricTopic::name, identity()));
    }

    void prepare(@Observes StartupEvent event) {
        topics.values()
                .forEach(topic ->
                        Thread.ofVirtual()
                                .name("prepare " + topic.name())
                                .start(topic.codec()::prepare));
    }

    @Incoming("metrics")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        metrics.metricsReceived(batch.count());
        List<Read> read = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            patience.untilDone(WHO, () -> read(message, read));
        }
        patience.untilDone(WHO, () -> kept(read));
    }

    /** A message and what it says. */
    private record Read(ConsumerRecord<String, byte[]> message, ReceivedRecord received) {}

    private Patience.Progress read(ConsumerRecord<String, byte[]> message, List<Read> all) {
        MetricTopic<?> topic = topic(message);
        try {
            byte[] value = message.value() == null ? new byte[0] : message.value();
            all.add(new Read(message, topic.read(value)));
            return new Patience.Progress.Done();
        } catch (UndecodableException | InvalidRecordException e) {
            return buried(message, String.valueOf(e.getMessage()));
        } catch (RegistryUnavailableException e) {
            return new Patience.Progress.Waits("the schema registry does not answer");
        }
    }

    private MetricTopic<?> topic(ConsumerRecord<String, byte[]> message) {
        MetricTopic<?> topic = topics.get(message.topic());
        if (topic == null) {
            throw new IllegalStateException("nobody subscribed to " + message.topic());
        }
        return topic;
    }

    /** All of them together; where the database refuses that for good, one after the other. */
    private Patience.Progress kept(List<Read> all) {
        if (all.isEmpty()) {
            return new Patience.Progress.Done();
        }
        MetricIntake.Taken taken;
        try {
            Instant now = clock.instant();
            List<ReceivedRecord> received = all.stream().map(Read::received).toList();
            taken = transactions.writeAndWait(() -> intake.take(received, now));
        } catch (DatabaseException e) {
            if (e.isOutage()) {
                return new Patience.Progress.Waits("the database does not answer");
            }
            if (all.size() == 1) {
                return buried(all.getFirst().message(), String.valueOf(e.getMessage()));
            }
            all.forEach(one -> patience.untilDone(WHO, () -> kept(List.of(one))));
            return new Patience.Progress.Done();
        }
        taken.answers().forEach(metrics::asked);
        worker.wake();
        for (int place = 0; place < all.size(); place++) {
            ended(all.get(place), taken.outcomes().get(place));
        }
        return new Patience.Progress.Done();
    }

    private void ended(Read read, KeepOutcome outcome) {
        if (outcome == KeepOutcome.FOREIGN) {
            patience.untilDone(
                    WHO,
                    () ->
                            buried(
                                    read.message(),
                                    "recordId belongs to another user or another type"));
        } else {
            metrics.metric(read.received().recordType(), outcome);
        }
    }

    private Patience.Progress buried(ConsumerRecord<String, byte[]> message, String reason) {
        if (!deadLetters.send(message, reason)) {
            return new Patience.Progress.Waits("Kafka does not take a dead letter");
        }
        metrics.metric(topic(message).recordType(), "dead_letter");
        return new Patience.Progress.Done();
    }
}
