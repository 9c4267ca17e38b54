package io.pulseline.ingest.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.stage.Counters;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.InfrastructureResource;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class FitbitWebhookTest {
    private static final int LIMIT = 1 << 20;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final KafkaProbe probe =
            new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers());

    private static double refused(String reason) {
        return Counters.of("pulseline.ingest.webhook.deliveries.answered", "outcome", reason);
    }

    private static byte[] batchFor(String owner) {
        return ("[{\"collectionType\":\"activities\",\"date\":\"2026-11-21\",\"ownerId\":\""
                        + owner
                        + "\",\"ownerType\":\"user\",\"subscriptionId\":\"s\"}]")
                .getBytes(UTF_8);
    }

    @Test
    void theRightCodeIsKnownAndNoOther() {
        given().queryParam("verify", SimulatedFitbit.VERIFICATION_CODE)
                .get("/webhooks/fitbit")
                .then()
                .statusCode(204);
        given().queryParam("verify", "wrong").get("/webhooks/fitbit").then().statusCode(404);
        given().get("/webhooks/fitbit").then().statusCode(404);
    }

    @Test
    void aSignedNotificationLiesInKafkaWhenItIsAnswered() {
        String owner = UUID.randomUUID().toString();

        assertThat(fitbit.ringsWith(batchFor(owner), SignatureKind.RIGHT)).isEqualTo(204);

        ConsumerRecord<String, byte[]> entry =
                probe.everythingIn(Topics.SOURCE_NOTIFICATIONS).stream()
                        .filter(record -> ("FITBIT:" + owner).equals(record.key()))
                        .findFirst()
                        .orElseThrow();
        try (AvroCodec<SourceNotification> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.SOURCE_NOTIFICATIONS,
                        SourceNotification.class)) {
            SourceNotification notification = codec.decode(entry.value());
            assertThat(notification.getCollection()).isEqualTo("activities");
            assertThat(notification.getLocalDate()).isEqualTo("2026-11-21");
            assertThat(KafkaProbe.headersOf(entry))
                    .containsEntry("ce_type", "io.pulseline.source.notification.v1")
                    .containsEntry("ce_source", "/pulseline/ingest")
                    .containsEntry("ce_id", notification.getNotificationId());
        }
    }

    @Test
    void aWrongOrMissingSignatureIsNotFound() {
        double before = refused("bad_signature");

        assertThat(fitbit.ringsWith(batchFor("A"), SignatureKind.WRONG)).isEqualTo(404);
        assertThat(fitbit.ringsWith(batchFor("A"), SignatureKind.MISSING)).isEqualTo(404);

        assertThat(refused("bad_signature") - before).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsNoJsonOrNoArrayIsABadRequest() {
        double notJson = refused("not_json");
        double notAnArray = refused("not_an_array");

        assertThat(fitbit.ringsWith("hello".getBytes(UTF_8), SignatureKind.RIGHT)).isEqualTo(400);
        assertThat(fitbit.ringsWith("{}".getBytes(UTF_8), SignatureKind.RIGHT)).isEqualTo(400);

        assertThat(refused("not_json")).isGreaterThan(notJson);
        assertThat(refused("not_an_array")).isGreaterThan(notAnArray);
    }

    @Test
    void aBodyOverOneMebibyteIsTooLarge() {
        double before = refused("too_large");
        byte[] large = new byte[LIMIT + 1];
        Arrays.fill(large, (byte) ' ');

        assertThat(fitbit.ringsWith(large, SignatureKind.RIGHT)).isEqualTo(413);

        assertThat(refused("too_large")).isGreaterThan(before);
    }

    @Test
    void aBodyOfExactlyOneMebibyteIsRead() {
        byte[] full = new byte[LIMIT];
        Arrays.fill(full, (byte) ' ');
        full[0] = '[';
        full[LIMIT - 1] = ']';

        assertThat(fitbit.ringsWith(full, SignatureKind.RIGHT)).isEqualTo(204);
    }

    @Test
    void aLargeBodyOfUndeclaredLengthIsTooLargeAsWell() throws IOException {
        double before = refused("too_large");
        URI own =
                URI.create(
                        ConfigProvider.getConfig().getValue("pulseline.public-url", String.class));

        try (Socket socket = new Socket(own.getHost(), own.getPort())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /webhooks/fitbit HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(UTF_8));
            byte[] chunk = new byte[1 << 16];
            for (int count = 0; count < 17; count++) {
                out.write("10000\r\n".getBytes(UTF_8));
                out.write(chunk);
                out.write("\r\n".getBytes(UTF_8));
            }
            out.write("0\r\n\r\n".getBytes(UTF_8));
            out.flush();
            assertThat(statusLine(socket.getInputStream())).contains(" 413 ");
        }

        assertThat(refused("too_large")).isGreaterThan(before);
    }

    private static String statusLine(InputStream in) throws IOException {
        return new String(in.readNBytes(20), UTF_8);
    }

    @Test
    void whatCanNeverBeReadGoesToTheDeadLettersAndTheRestGoesOn() {
        double unknown =
                Counters.of("pulseline.ingest.sync.notifications", "outcome", "unknown_owner");
        String key = "FITBIT:" + UUID.randomUUID();
        byte[] poison = "no Avro at all".getBytes(UTF_8);

        probe.produce(Topics.SOURCE_NOTIFICATIONS, key, poison, Map.of());
        fitbit.ringsWith(batchFor("STRANGER"), SignatureKind.RIGHT);

        ConsumerRecord<String, byte[]> dead =
                probe.await(
                                Topics.deadLettersOf(Topics.SOURCE_NOTIFICATIONS),
                                record -> key.equals(record.key()),
                                1,
                                Duration.ofSeconds(15))
                        .getFirst();
        assertThat(dead.value()).isEqualTo(poison);
        assertThat(KafkaProbe.headersOf(dead).get("dead-letter-reason")).contains("magic byte");
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        Counters.of(
                                        "pulseline.ingest.sync.notifications",
                                        "outcome",
                                        "unknown_owner")
                                > unknown);
    }
}
