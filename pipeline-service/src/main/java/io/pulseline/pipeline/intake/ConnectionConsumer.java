package io.pulseline.pipeline.intake;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.RegistryUnavailableException;
import io.pulseline.contracts.wire.UndecodableException;
import io.pulseline.pipeline.connection.ConnectionNews;
import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.connection.InvalidConnectionException;
import io.pulseline.pipeline.database.DatabaseException;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps how connections are, a batch in one transaction, acknowledged as metrics are (see {@link
 * MetricConsumer}).
 */
@ApplicationScoped
class ConnectionConsumer {
    private static final String WHO = "intake of connections";

    private final Connections connections;
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final IntakeMetrics metrics;
    private final AvroCodec<ConnectionChanged> codec;

    ConnectionConsumer(
            Connections connections,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            IntakeMetrics metrics,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.connections = connections;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.metrics = metrics;
        this.codec =
                new AvroCodec<>(registryUrl, Topics.SOURCE_CONNECTIONS, ConnectionChanged.class);
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare " + Topics.SOURCE_CONNECTIONS).start(codec::prepare);
    }

    @Incoming("connections")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        List<Read> read = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            patience.untilDone(WHO, () -> read(message, read));
        }
        patience.untilDone(WHO, () -> kept(read));
    }

    /** A message and what it says. */
    private record Read(ConsumerRecord<String, byte[]> message, ConnectionNews news) {}

    private Patience.Progress read(ConsumerRecord<String, byte[]> message, List<Read> all) {
        try {
            all.add(new Read(message, news(message)));
            return new Patience.Progress.Done();
        } catch (UndecodableException | InvalidConnectionException e) {
            return buried(message, String.valueOf(e.getMessage()));
        } catch (RegistryUnavailableException e) {
            return new Patience.Progress.Waits("the schema registry does not answer");
        }
    }

    private ConnectionNews news(ConsumerRecord<String, byte[]> message) {
        return message.value() == null
                ? ConnectionNews.gone(message.key())
                : ConnectionNews.changed(message.key(), codec.decode(message.value()));
    }

    /** All of them together; where the database refuses that for good, one after the other. */
    private Patience.Progress kept(List<Read> all) {
        if (all.isEmpty()) {
            return new Patience.Progress.Done();
        }
        try {
            List<ConnectionNews> news = all.stream().map(Read::news).toList();
            int changed = transactions.writeAndWait(() -> connections.take(news));
            metrics.connections("changed", changed);
            metrics.connections("not_newer", all.size() - changed);
        } catch (DatabaseException e) {
            if (e.isOutage()) {
                return new Patience.Progress.Waits("the database does not answer");
            }
            if (all.size() == 1) {
                return buried(all.getFirst().message(), String.valueOf(e.getMessage()));
            }
            all.forEach(one -> patience.untilDone(WHO, () -> kept(List.of(one))));
        }
        return new Patience.Progress.Done();
    }

    private Patience.Progress buried(ConsumerRecord<String, byte[]> message, String reason) {
        if (!deadLetters.send(message, reason)) {
            return new Patience.Progress.Waits("Kafka does not take a dead letter");
        }
        metrics.connections("dead_letter", 1);
        return new Patience.Progress.Done();
    }
}
