package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final String ACTIVITIES = "/1/user/-/activities/apiSubscriptions";

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void theFirstTimeIsCreatedTheSecondIsFine() {
        HttpResponse<String> first = create(ACTIVITIES, "a1");
        HttpResponse<String> second = create(ACTIVITIES, "a1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body())
                .isEqualTo(first.body())
                .isEqualTo(
                        "{\"collectionType\":\"activities\",\"ownerId\":\"%s\",\"ownerType\":\"user\",\"subscriberId\":\"1\",\"subscriptionId\":\"a1\"}"
                                .formatted(anna.id()));
    }

    @Test
    void anotherIdForTheStreamOrAnotherStreamForTheIdConflicts() {
        create(ACTIVITIES, "a1");

        HttpResponse<String> otherId = create(ACTIVITIES, "a2");
        HttpResponse<String> otherStream = create("/1/user/-/sleep/apiSubscriptions", "a1");
        TokenPair bert =
                simulator.hasConsent(simulator.hasUser("b", Morning.BERLIN, 8), Scope.ACTIVITY);
        HttpResponse<String> otherUser =
                new Phone(simulator).as(bert).post(ACTIVITIES + "/a1.json", "");

        assertThat(otherId.statusCode()).isEqualTo(409);
        assertThat(Phone.read(otherId).path("subscriptionId").asText()).isEqualTo("a1");
        assertThat(otherStream.statusCode()).isEqualTo(409);
        assertThat(otherUser.statusCode()).isEqualTo(409);
    }

    @Test
    void everythingIsItsOwnStream() {
        HttpResponse<String> all = create("/1/user/-/apiSubscriptions", "all");
        create(ACTIVITIES, "a1");

        assertThat(Phone.read(all).path("collectionType").asText()).isEqualTo("user");
        assertThat(list(ACTIVITIES)).hasSize(1);
        assertThat(list("/1/user/-/apiSubscriptions")).hasSize(2);
    }

    @Test
    void deletingEndsItOnceAndOnlyOnItsOwnPath() {
        create(ACTIVITIES, "a1");

        assertThat(delete("/1/user/-/sleep/apiSubscriptions").statusCode()).isEqualTo(404);
        assertThat(delete(ACTIVITIES).statusCode()).isEqualTo(204);
        assertThat(delete(ACTIVITIES).statusCode()).isEqualTo(404);
        assertThat(list(ACTIVITIES)).isEmpty();
    }

    @Test
    void eachCollectionNeedsItsScopeExceptRevocation() {
        TokenPair little = simulator.hasConsent(anna, Scope.PROFILE);

        assertThat(
                        new Phone(simulator)
                                .as(little)
                                .post("/1/user/-/sleep/apiSubscriptions/s.json", "")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        new Phone(simulator)
                                .as(little)
                                .post("/1/user/-/userRevokedAccess/apiSubscriptions/r.json", "")
                                .statusCode())
                .isEqualTo(201);
        assertThat(create("/1/user/-/horoscopes/apiSubscriptions", "h").statusCode())
                .isEqualTo(404);
    }

    @Test
    void longIdsAndForeignSubscribersAreRefused() {
        assertThat(create(ACTIVITIES, "x".repeat(51)).statusCode()).isEqualTo(400);
        assertThat(create(ACTIVITIES, "x".repeat(50)).statusCode()).isEqualTo(201);
        assertThat(
                        new Phone(simulator)
                                .as(tokens)
                                .with("X-Fitbit-Subscriber-Id", "other")
                                .post(ACTIVITIES + "/a1.json", "")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPostWithoutContentLengthIs411() throws Exception {
        URI api = URI.create(simulator.apiUrl());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            String call =
                    "POST %s/a1.json HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(ACTIVITIES, tokens.accessToken());
            socket.getOutputStream().write(call.getBytes(US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 411");
        }
    }

    private HttpResponse<String> create(String path, String id) {
        return new Phone(simulator).as(tokens).post(path + "/" + id + ".json", "");
    }

    private HttpResponse<String> delete(String path) {
        return new Phone(simulator).as(tokens).delete(path + "/a1.json");
    }

    private JsonNode list(String path) {
        return new Phone(simulator).as(tokens).json(path + ".json").path("apiSubscriptions");
    }
}
