package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.notify.FitbitSignature;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.notify.SentNotification;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-27");

    private final FitbitSimulator simulator = Morning.simulator();
    private final ListeningApplication application =
            new ListeningApplication("simulated-client-secret", "code");
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @BeforeEach
    void register() {
        simulator.hasSubscriber(application.url());
    }

    @AfterEach
    void close() {
        simulator.close();
        application.close();
    }

    @Test
    void theSignatureIsTheOneOpensslMakes() {
        String body =
                "[{\"collectionType\":\"activities\",\"date\":\"2026-03-27\",\"ownerId\":\"228S74\",\"ownerType\":\"user\",\"subscriptionId\":\"1234\"}]";

        assertThat(FitbitSignature.of(body.getBytes(UTF_8), "simulated-client-secret"))
                .isEqualTo("7AensQrG7t5PigUwHTqQ4M2XMUc=");
    }

    @Test
    void aFinishedRunIsToldToTheSubscriber() {
        subscribe("activities", "a1");

        JsonNode truth = addRun("{\"type\":\"Run\",\"minutes\":32}");

        assertThat(truth.path("notificationStatus").asInt()).isEqualTo(204);
        assertThat(application.bodies())
                .containsExactly(
                        "[{\"collectionType\":\"activities\",\"date\":\"2026-03-27\",\"ownerId\":\"%s\",\"ownerType\":\"user\",\"subscriptionId\":\"a1\"}]"
                                .formatted(anna.id()));
    }

    @Test
    void aRunOverMidnightIsToldForBothDays() {
        subscribe("activities", "a1");

        addRun("{\"minutes\":40,\"end\":\"2026-03-26T23:20:00Z\"}");

        assertThat(application.bodies().getFirst())
                .contains("\"date\":\"2026-03-26\"", "\"date\":\"2026-03-27\"");
    }

    @Test
    void allAndOneCollectionTellTwice() {
        subscribe("activities", "a1");
        new Phone(simulator).as(tokens).post("/1/user/-/apiSubscriptions/all.json", "");

        addRun("{}");

        assertThat(application.bodies().getFirst())
                .contains("\"subscriptionId\":\"a1\"", "\"subscriptionId\":\"all\"");
    }

    @Test
    void nobodyIsToldWithoutASubscriptionOrWhenNotWanted() {
        assertThat(addRun("{}").path("notificationStatus").isNull()).isTrue();
        subscribe("activities", "a1");
        addRun("{\"notify\":false}");
        addRun("{\"end\":\"2026-03-27T11:00:00Z\"}");

        assertThat(application.bodies()).isEmpty();
    }

    @Test
    void duplicatesBatchesAndStrangersCanBeSent() {
        subscribe("activities", "a1");
        HttpResponse<String> twice =
                control("/simulator/users/" + anna.id() + "/notifications", "{\"times\":2}");
        Integer batch =
                simulator.rings(
                        List.of(
                                Notification.of("sleep", TODAY, "STRANG", "x"),
                                Notification.of("activities", TODAY, anna.id(), "a1")));

        assertThat(twice.body()).isEqualTo("{\"statuses\":[204,204]}");
        assertThat(batch).isEqualTo(204);
        assertThat(application.bodies()).hasSize(3);
        assertThat(application.bodies().getLast()).contains("STRANG", anna.id());
    }

    @Test
    void wrongSignaturesAndNonsenseCanBeSent() {
        assertThat(simulator.ringsWith("[]".getBytes(UTF_8), SignatureKind.WRONG)).isEqualTo(404);
        assertThat(simulator.ringsWith("[]".getBytes(UTF_8), SignatureKind.MISSING)).isEqualTo(404);
        assertThat(control("/simulator/notifications", "{\"rawBody\":\"not json\"}").body())
                .isEqualTo("{\"statuses\":[204]}");

        assertThat(application.bodies()).containsExactly("not json");
        assertThat(simulator.notificationsSent())
                .extracting(SentNotification::signature)
                .containsExactly(SignatureKind.WRONG, SignatureKind.MISSING, SignatureKind.RIGHT);
    }

    @Test
    void anUnavailableEndpointIsAskedAgain() {
        subscribe("activities", "a1");
        application.willAnswer(503);

        Integer first = simulator.ringsFor(anna, "activities", TODAY);

        assertThat(first).isEqualTo(503);
        await().untilAsserted(() -> assertThat(simulator.notificationsSent()).hasSize(2));
        assertThat(simulator.notificationsSent())
                .extracting(SentNotification::attempt)
                .containsExactly(1, 2);
        assertThat(application.bodies().get(0)).isEqualTo(application.bodies().get(1));
    }

    @Test
    void anEndpointThatIsNotThereHasNoStatus() {
        subscribe("activities", "a1");
        simulator.hasSubscriber(URI.create("http://localhost:1/webhooks/fitbit"));

        assertThat(simulator.ringsFor(anna, "activities", TODAY)).isNull();
    }

    @Test
    void verificationAsksWithTheRightAndAWrongCode() {
        assertThat(simulator.verifiesSubscriber().isPassed()).isTrue();
        assertThat(control("/simulator/verification", "").body())
                .isEqualTo("{\"correct\":204,\"wrong\":404,\"passed\":true}");
    }

    @Test
    void aWithdrawnConsentEndsTokensFirstAndIsToldOnce() {
        subscribe("activities", "a1");
        subscribe("userRevokedAccess", "r1");

        Integer status = simulator.withdrawsConsent(anna);

        assertThat(status).isEqualTo(204);
        assertThat(application.bodies())
                .singleElement()
                .asString()
                .contains("\"collectionType\":\"userRevokedAccess\"", "\"subscriptionId\":\"r1\"");
        assertThat(new Phone(simulator).as(tokens).get("/1/user/-/profile.json").statusCode())
                .isEqualTo(401);
        assertThat(simulator.ringsFor(anna, "activities", TODAY)).isNull();
    }

    @Test
    void theApplicationsOwnRevokeIsToldToo() {
        subscribe("userRevokedAccess", "r1");

        new Phone(simulator)
                .asApplication()
                .post("/oauth2/revoke", "token=" + tokens.accessToken());

        await().untilAsserted(() -> assertThat(application.bodies()).hasSize(1));
    }

    @Test
    void aDeletedAccountIsToldPerSubscription() {
        subscribe("activities", "a1");
        subscribe("sleep", "s1");

        new Phone(simulator).delete("/simulator/users/" + anna.id());

        assertThat(application.bodies())
                .singleElement()
                .asString()
                .contains("\"deleteUser\"", "\"a1\"", "\"s1\"");
    }

    private void subscribe(String collection, String id) {
        HttpResponse<String> answer =
                new Phone(simulator)
                        .as(tokens)
                        .post(
                                "/1/user/-/%s/apiSubscriptions/%s.json".formatted(collection, id),
                                "");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private JsonNode addRun(String body) {
        return Phone.read(control("/simulator/users/" + anna.id() + "/activities", body));
    }

    private HttpResponse<String> control(String path, String body) {
        return new Phone(simulator).post(path, body);
    }
}
