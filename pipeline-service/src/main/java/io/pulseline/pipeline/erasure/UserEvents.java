package io.pulseline.pipeline.erasure;

import io.pulseline.contracts.NamedUuid;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.UserErased;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Tells everybody on {@code source.users.v1} whose data are erased. */
@ApplicationScoped
class UserEvents {
    private static final String EVENT_TYPE = "io.pulseline.source.user-erased.v1";
    private static final String SOURCE = "/pulseline/pipeline";

    /** Longer than Kafka's own delivery time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MutinyEmitter<byte[]> topic;
    private final AvroCodec<UserErased> codec;

    UserEvents(
            @Channel("users") MutinyEmitter<byte[]> topic,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl) {
        this.topic = topic;
        this.codec = new AvroCodec<>(registryUrl, Topics.SOURCE_USERS, UserErased.class);
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare users").start(codec::prepare);
    }

    /**
     * Tells it; telling it again does no harm. Blocks until Kafka has it.
     *
     * @throws IllegalStateException if Kafka or the registry does not take it
     */
    void erased(UUID user, UUID request, Instant at) {
        UserErased erased = new UserErased(user.toString(), at.toEpochMilli(), request.toString());
        CloudEvent event =
                new CloudEvent(
                        NamedUuid.of(request, "erased:" + at.toEpochMilli()),
                        EVENT_TYPE,
                        SOURCE,
                        at,
                        user.toString());
        try {
            topic.sendMessage(
                            Message.of(codec.encode(erased))
                                    .addMetadata(
                                            OutgoingKafkaRecordMetadata.<String>builder()
                                                    .withKey(user.toString())
                                                    .withHeaders(event.headers())
                                                    .build()))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Kafka or the registry does not take an erasure ("
                            + e.getClass().getSimpleName()
                            + ")",
                    e);
        }
    }
}
