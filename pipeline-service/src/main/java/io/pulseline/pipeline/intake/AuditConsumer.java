package io.pulseline.pipeline.intake;

import io.pulseline.access.audit.Act;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.audit.AuditEntries;
import io.pulseline.pipeline.database.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what was changed through ingest's API beside what was changed through ours. */
@ApplicationScoped
class AuditConsumer {
    private final AvroCodec<ChangeAudited> codec;
    private final BatchIntake<Act> intake;

    AuditConsumer(
            AuditEntries entries,
            Transactions transactions,
            DeadLetters deadLetters,
            Patience patience,
            IntakeMetrics metrics,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.codec = new AvroCodec<>(registryUrl, Topics.SOURCE_AUDIT, ChangeAudited.class);
        this.intake =
                new BatchIntake<>(
                        "intake of changes",
                        transactions,
                        deadLetters,
                        patience,
                        this::act,
                        entries::add,
                        metrics::changes);
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare " + Topics.SOURCE_AUDIT).start(codec::prepare);
    }

    @Incoming("audit")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        intake.take(batch);
    }

    private Act act(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            throw new InvalidMessageException("has no value");
        }
        ChangeAudited told = codec.decode(message.value());
        @Nullable String about = told.getAboutUser();
        return new Act(
                id("changeId", told.getChangeId()),
                Instant.ofEpochMilli(told.getAtEpochMillis()),
                id("actor", told.getActor()),
                told.getActorName(),
                told.getRoles(),
                told.getMethod(),
                told.getPath(),
                told.getObjectIds(),
                about == null ? null : id("aboutUser", about),
                told.getStatus(),
                told.getClient());
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new InvalidMessageException(field + " is no id");
        }
    }
}
