package io.pulseline.ingest.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.SourceNotification;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.stage.Counters;
import io.pulseline.ingest.stage.GoogleSigner;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.InfrastructureResource;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleHealthWebhookTest {
    private static final String PATH = "/webhooks/google-health";
    private static final String PROBE = "{\"type\": \"verification\"}";

    private GoogleSigner google = new GoogleSigner(0);

    @BeforeAll
    void publishesKeys() {
        google.close();
        google =
                new GoogleSigner(
                        ConfigProvider.getConfig()
                                .getValue("pulseline.google-health.keyset-url", URI.class)
                                .getPort());
    }

    @AfterAll
    void closes() {
        google.close();
    }

    private static double answered(String outcome) {
        return Counters.of("pulseline.ingest.webhook.deliveries.answered", "outcome", outcome);
    }

    private static RequestSpecification post(String body) {
        return given().contentType("application/json").body(body.getBytes(UTF_8));
    }

    private RequestSpecification signed(String body) {
        return post(body).header("GOOGLE-HEALTH-API-SIGNATURE", google.sign(body.getBytes(UTF_8)));
    }

    private static RequestSpecification withSecret(RequestSpecification request) {
        return request.header("Authorization", ServiceUnderTest.GOOGLE_SECRET);
    }

    private static String changed(String user) {
        return """
        [{"data":{"version":"1","healthUserId":"%1$s","operation":"UPSERT","dataType":"steps",
          "intervals":[{"civilIso8601TimeInterval":{"startTime":"2026-11-20T17:29:00"}}]}},
         {"data":{"version":"1","healthUserId":"%1$s","operation":"DELETE","dataType":"sleep",
          "intervals":[{"civilIso8601TimeInterval":{"startTime":"2026-11-19T22:10:00"}}]}}]
        """
                .formatted(user);
    }

    private static List<SourceNotification> notesOf(String user) {
        try (AvroCodec<SourceNotification> codec =
                new AvroCodec<>(
                        Infrastructure.shared().registryUrl(),
                        Topics.SOURCE_NOTIFICATIONS,
                        SourceNotification.class)) {
            return new KafkaProbe(Infrastructure.shared().kafka().bootstrapServers())
                    .everythingIn(Topics.SOURCE_NOTIFICATIONS).stream()
                            .filter(record -> ("GOOGLE_HEALTH:" + user).equals(record.key()))
                            .map(record -> codec.decode(record.value()))
                            .toList();
        }
    }

    @Test
    void theProbesOfTheHandshakeAreAnsweredAsGoogleWantsThem() {
        double before = answered("verified");

        withSecret(post(PROBE)).post(PATH).then().statusCode(200);
        post(PROBE).post(PATH).then().statusCode(401);
        post(PROBE).header("Authorization", "Bearer wrong").post(PATH).then().statusCode(401);

        assertThat(answered("verified") - before).isEqualTo(1);
    }

    @Test
    void theSecretBeforeTheLastChangeIsStillKnown() {
        post(PROBE)
                .header("Authorization", ServiceUnderTest.GOOGLE_SECRET_BEFORE)
                .post(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void aSignedNotificationLiesInKafkaWhenItIsAnsweredWhateverItsOperation() {
        String user = UUID.randomUUID().toString();

        withSecret(signed(changed(user))).post(PATH).then().statusCode(204);

        assertThat(notesOf(user))
                .extracting(SourceNotification::getCollection, SourceNotification::getLocalDate)
                .containsExactly(tuple("steps", "2026-11-20"), tuple("sleep", "2026-11-19"));
    }

    @Test
    void aSignedNotificationWithoutTheSecretIsTaken() {
        String user = UUID.randomUUID().toString();

        signed(changed(user)).post(PATH).then().statusCode(204);

        assertThat(notesOf(user)).hasSize(2);
    }

    @Test
    void theEarlierNameOfTheSignaturesHeaderIsKnown() {
        String user = UUID.randomUUID().toString();
        String body = changed(user);

        withSecret(post(body))
                .header("X-HEALTHAPI-SIGNATURE", google.sign(body.getBytes(UTF_8)))
                .post(PATH)
                .then()
                .statusCode(204);

        assertThat(notesOf(user)).hasSize(2);
    }

    @Test
    void whatGoogleHasNotSignedIsRefusedAndCounted() {
        double badSignature = answered("bad_signature");
        double unauthorized = answered("unauthorized");
        String user = UUID.randomUUID().toString();
        String body = changed(user);
        String ofAnother = google.sign("something else".getBytes(UTF_8));

        withSecret(post(body)).post(PATH).then().statusCode(401);
        withSecret(post(body))
                .header("GOOGLE-HEALTH-API-SIGNATURE", ofAnother)
                .post(PATH)
                .then()
                .statusCode(403);
        post(body).post(PATH).then().statusCode(401);
        signed(body).header("Authorization", "Basic d3Jvbmc=").post(PATH).then().statusCode(401);

        assertThat(answered("bad_signature") - badSignature).isEqualTo(2);
        assertThat(answered("unauthorized") - unauthorized).isEqualTo(2);
        assertThat(notesOf(user)).isEmpty();
    }

    @Test
    void whatIsSignedAndNoJsonIsABadRequest() {
        withSecret(signed("hello")).post(PATH).then().statusCode(400);
    }
}
