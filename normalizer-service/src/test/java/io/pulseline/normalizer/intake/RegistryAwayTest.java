package io.pulseline.normalizer.intake;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.normalizer.fitbit.Payloads;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(RegistryAwayTest.RegistryBehindAGate.class)
class RegistryAwayTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UUID user = UUID.randomUUID();

    @Test
    void aPayloadWaitsForRegistryAndKafkaAndNeverBecomesADeadLetter() {
        Infrastructure infrastructure = Infrastructure.shared();
        try (KafkaProbe kafka = new KafkaProbe(infrastructure.kafka().bootstrapServers())) {
            kafka.produce(
                    Topics.SOURCE_PAYLOADS, user.toString(), payload(infrastructure), Map.of());
            awaitNotReadyBecauseOf("schema registry");

            infrastructure.kafka().pause();
            try {
                RegistryBehindAGate.gate().open();
                awaitNotReadyBecauseOf("Kafka");
            } finally {
                infrastructure.kafka().resume();
            }

            kafka.await(Topics.HEALTH_ACTIVITIES, this::isOfUser, 1, LIMIT);
            await().atMost(LIMIT).until(() -> readiness().statusCode() == 200);
            assertThat(kafka.everythingIn(Topics.HEALTH_ACTIVITIES))
                    .filteredOn(this::isOfUser)
                    .hasSize(1);
            assertThat(kafka.everythingIn(Topics.deadLettersOf(Topics.SOURCE_PAYLOADS)))
                    .noneMatch(this::isOfUser);
        }
    }

    private static void awaitNotReadyBecauseOf(String whom) {
        await().atMost(LIMIT)
                .until(() -> {
                    Response response = readiness();
                    return response.statusCode() == 503
                            && response.asString().contains("\"" + whom + "\"");
                });
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
    }

    private static Response readiness() {
        return get("/q/health/ready");
    }

    private boolean isOfUser(ConsumerRecord<String, byte[]> record) {
        return user.toString().equals(record.key());
    }

    private byte[] payload(Infrastructure infrastructure) {
        PayloadCaptured payload = Payloads.eveningRun();
        payload.setUser(user.toString());
        try (AvroCodec<PayloadCaptured> codec =
                new AvroCodec<>(
                        infrastructure.registryUrl(),
                        Topics.SOURCE_PAYLOADS,
                        PayloadCaptured.class)) {
            return codec.encode(payload);
        }
    }

    /** The usual infrastructure, but the service finds no registry until the gate opens. */
    public static final class RegistryBehindAGate implements QuarkusTestResourceLifecycleManager {
        private static @Nullable RegistryGate gate;

        static RegistryGate gate() {
            if (gate == null) {
                throw new IllegalStateException(
                        "the gate stands once the test resource has started");
            }
            return gate;
        }

        @Override
        public Map<String, String> start() {
            Infrastructure infrastructure = Infrastructure.shared();
            RegistryGate shut = new RegistryGate(infrastructure.registryUrl());
            gate = shut;
            Map<String, String> properties = new HashMap<>(infrastructure.properties());
            properties.put("pulseline.registry.url", shut.url());
            properties.put("pulseline.normalizer.first-retry-delay", "100ms");
            properties.put("pulseline.normalizer.longest-retry-delay", "500ms");
            properties.put("pulseline.normalizer.ready-while-waiting", "500ms");
            return properties;
        }

        @Override
        public void stop() {
            if (gate != null) {
                gate.shut();
            }
        }
    }
}
