package io.pulseline.pipeline.intake;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.connection.ConnectionNews;
import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.connection.InvalidConnectionException;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps how connections are. */
@ApplicationScoped
class ConnectionConsumer {
    private final AvroCodec<ConnectionChanged> codec;
    private final BatchIntake<ConnectionNews> intake;

    ConnectionConsumer(
            Connections connections,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            IntakeMetrics metrics,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.codec =
                new AvroCodec<>(registryUrl, Topics.SOURCE_CONNECTIONS, ConnectionChanged.class);
        this.intake =
                new BatchIntake<>(
                        "intake of connections",
                        transactions,
                        deadLetters,
                        patience,
                        this::news,
                        connections::take,
                        metrics::connections);
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare " + Topics.SOURCE_CONNECTIONS).start(codec::prepare);
    }

    @Incoming("connections")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        intake.take(batch);
    }

    private ConnectionNews news(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null
                    ? ConnectionNews.gone(message.key())
                    : ConnectionNews.changed(message.key(), codec.decode(message.value()));
        } catch (InvalidConnectionException e) {
            throw new InvalidMessageException(String.valueOf(e.getMessage()));
        }
    }
}
