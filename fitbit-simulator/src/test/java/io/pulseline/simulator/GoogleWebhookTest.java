package io.pulseline.simulator;

import static io.pulseline.simulator.GooglePhone.SUBSCRIBERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.GoogleHealthConfig;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleWebhookTest {
    private static final Instant FROM = Instant.parse("2026-03-27T08:30:00Z");
    private static final Instant TO = Instant.parse("2026-03-27T08:35:00Z");
    private static final String HEADER = "GOOGLE-HEALTH-API-SIGNATURE";

    private final FitbitSimulator simulator =
            FitbitSimulator.start(
                    Morning.config()
                            .withGoogleHealth(
                                    GoogleHealthConfig.defaults()
                                            .withSubscriber(
                                                    null,
                                                    HealthListener.SECRET,
                                                    List.of(Duration.ofMillis(20)))));
    private final HealthListener application = new HealthListener();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final GoogleHealth google = simulator.googleHealth();
    private final GooglePhone owner = GooglePhone.ofOwner(simulator);

    @BeforeEach
    void hurry() {
        knobs("{\"webhooks\":{\"probeDelayMilliseconds\":0}}");
        google.hasConsent(anna, HealthScope.values());
    }

    @AfterEach
    void close() {
        simulator.close();
        application.close();
    }

    @Test
    void theVerifierAcceptsTheVectorOfTheFactSheet() {
        TinkKeySet keys =
                TinkKeySet.of(
                        """
                        {"primaryKeyId":1511506142,"key":[{"keyData":{"value":"EgYIAxACGAIaIQBw4ocmlhMv5cWGMoo7MjftMJjaS/L4lke5Ks9I0XFHwCIhANxDV44MpoTXQ1kiOj3j2MqkPjaAevn7IBr4lv/Bk9Mv"},"status":"ENABLED","keyId":1511506142}]}
                        """);
        String body =
                "[{\"data\":{\"version\":\"1\",\"clientProvidedSubscriptionName\":\"11111111-2222-3333-4444-555555555555\",\"healthUserId\":\"2515055256096816351\",\"operation\":\"UPSERT\",\"dataType\":\"steps\",\"intervals\":[{\"physicalTimeInterval\":{\"startTime\":\"2026-03-08T01:29:00Z\",\"endTime\":\"2026-03-08T01:34:00Z\"}}]}}]";
        String header =
                "AVoXwN4wRQIgPSPGxKwZZAY86VYJeMkNvOS8PD6yY51OHECr/6RAcvoCIQDj0LOUk1nK4fsDGgiNogpkOCUK0X+ZrgrqQW7E/2DE3g==";

        assertThat(keys.verifies(body.getBytes(UTF_8), header)).isTrue();
        assertThat(keys.verifies((body + " ").getBytes(UTF_8), header)).isFalse();
    }

    @Test
    void aSubscriberIsAskedTwiceAndThenRegistered() {
        JsonNode operation = created("my-sub", "steps", "sleep");

        assertThat(operation.path("done").asBoolean()).isTrue();
        assertThat(operation.path("response").path("name").asText())
                .isEqualTo("projects/192920988822/subscribers/my-sub");
        assertThat(operation.path("response").path("endpointAuthorization").toString())
                .isEqualTo("{\"secretSet\":true}");
        assertThat(application.probes())
                .extracting(probe -> probe.header("Authorization").orElse("none"))
                .containsExactly(HealthListener.SECRET, "none");
        assertThat(owner.json(SUBSCRIBERS).path("subscribers")).hasSize(1);
    }

    @Test
    void anEndpointThatAnswers204OrLetsEverybodyInIsNotRegistered() {
        application.answersProbesWith(204);
        HttpResponse<String> noContent = create("one-sub", body("steps"));
        application.answersProbesWith(200);
        application.letsEverybodyIn();
        HttpResponse<String> open = create("one-sub", body("steps"));

        assertThat(List.of(noContent, open))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(GooglePhone.status(answer)).isEqualTo("FAILED_PRECONDITION");
                });
        assertThat(owner.json(SUBSCRIBERS).toString()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({"heartRate", "total-calories", "daily-vo2-max", "active-minutes", "nonsense"})
    void aTypeThatIsNotToldIsRefused(String type) {
        assertThat(create("one-sub", body(type)).statusCode()).isEqualTo(400);
    }

    @Test
    void theSameIdTwiceIsAConflictAndBadIdsAreRefused() {
        created("my-sub", "steps");

        assertThat(create("my-sub", body("steps")).statusCode()).isEqualTo(409);
        assertThat(create("My_sub", body("steps")).statusCode()).isEqualTo(400);
        assertThat(
                        owner.post("/google/v4/projects/my-project/subscribers", body("steps"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(owner.patch("/google/v4/projects/my-project/subscribers/a", "{}").body())
                .contains("Invalid project number in resource name");
    }

    @Test
    void aPersonsTokenMayNotAdminister() {
        GooglePhone person = GooglePhone.ofAll(simulator, anna);

        assertThat(GooglePhone.reason(person.get(SUBSCRIBERS))).isEqualTo("SERVICE_DISABLED");
        assertThat(GooglePhone.of(simulator, "nobody").get(SUBSCRIBERS).statusCode())
                .isEqualTo(401);
    }

    @Test
    void patchReplacesWhatTheMaskNamesAndAsksAgainForAddressAndSecret() {
        created("my-sub", "steps");

        HttpResponse<String> types =
                owner.patch(
                        SUBSCRIBERS + "/my-sub?updateMask=subscriberConfigs",
                        body("sleep", "weight"));
        HttpResponse<String> address =
                owner.patch(
                        SUBSCRIBERS + "/my-sub?updateMask=endpointUri,endpointAuthorization",
                        body("steps"));

        assertThat(types.body()).contains("\"sleep\",\"weight\"").doesNotContain("steps");
        assertThat(address.statusCode()).isEqualTo(200);
        assertThat(application.probes()).hasSize(4);
        assertThat(owner.json(SUBSCRIBERS).toString()).contains("\"sleep\",\"weight\"");
    }

    @Test
    void aDeletedSubscriberIsToldNothing() {
        created("my-sub", "steps");

        assertThat(owner.delete(SUBSCRIBERS + "/my-sub?force=true").statusCode()).isEqualTo(200);

        assertThat(ring("steps")).isNull();
        assertThat(owner.delete(SUBSCRIBERS + "/my-sub").statusCode()).isEqualTo(404);
    }

    @Test
    void aNotificationIsSignedOverItsRawBodyAndCarriesTheSecret() {
        created("my-sub", "steps");

        assertThat(ring("steps")).isEqualTo(204);

        Request push = application.received().getFirst();
        TinkKeySet keys = TinkKeySet.of(new Phone(simulator).get("/google/webhooks/keyset").body());
        String header = push.header(HEADER).orElseThrow();
        assertThat(keys.verifies(push.body(), header)).isTrue();
        assertThat(keys.verifies("other".getBytes(UTF_8), header)).isFalse();
        assertThat(push.header("User-Agent")).hasValue("Google-Health-API-Webhooks");
    }

    @Test
    void aNotificationSaysWhatAndWhereAndNoMeasurement() {
        created("my-sub", "steps");

        ring("steps");

        JsonNode data = application.data().getFirst();
        assertThat(data.path("version").asText()).isEqualTo("1");
        assertThat(data.path("clientProvidedSubscriptionName").asText()).matches("[0-9a-f-]{36}");
        assertThat(data.path("healthUserId").asText()).isEqualTo(GoogleHealth.healthUserId(anna));
        assertThat(data.path("operation").asText()).isEqualTo("UPSERT");
        assertThat(data.path("dataType").asText()).isEqualTo("steps");
        assertThat(data.path("intervals").toString())
                .isEqualTo(
                        "[{\"physicalTimeInterval\":{\"startTime\":\"2026-03-27T08:30:00Z\",\"endTime\":\"2026-03-27T08:35:00Z\"},"
                                + "\"civilDateTimeInterval\":{\"startDateTime\":{\"date\":{\"year\":2026,\"month\":3,\"day\":27},\"time\":{\"hours\":9,\"minutes\":30}},\"endDateTime\":{\"date\":{\"year\":2026,\"month\":3,\"day\":27},\"time\":{\"hours\":9,\"minutes\":35}}},"
                                + "\"civilIso8601TimeInterval\":{\"startTime\":\"2026-03-27T09:30:00\",\"endTime\":\"2026-03-27T09:35:00\"}}]");
    }

    @Test
    void dailyTypesAreToldForTheWholeCivilDay() {
        created("my-sub", "daily-resting-heart-rate");

        ring("daily-resting-heart-rate");

        assertThat(application.data().getFirst().path("intervals").path(0).toString())
                .contains(
                        "\"startTime\":\"2026-03-26T23:00:00Z\",\"endTime\":\"2026-03-27T23:00:00Z\"",
                        "\"time\":{}");
    }

    @Test
    void onlyWhatIsWantedAndAllowedIsTold() {
        created("my-sub", "steps", "sleep");
        SimulatedUser bob = simulator.hasUser("bob", Morning.BERLIN, 8);
        google.hasConsent(bob, HealthScope.SLEEP_READONLY);

        assertThat(ring("weight")).isNull();
        assertThat(google.ring(bob.id(), "steps", false, FROM, TO)).isNull();
        assertThat(google.ring(bob.id(), "sleep", false, FROM, TO)).isEqualTo(204);
        google.withdrawConsent(bob.id());
        assertThat(google.ring(bob.id(), "sleep", false, FROM, TO)).isNull();
    }

    @Test
    void manualSubscriptionsTellOfThePersonNamedUnderTheirOwnName() {
        create("my-sub", body("weight").replace("AUTOMATIC", "MANUAL"));
        assertThat(ring("weight")).isNull();
        String user = "users/" + GoogleHealth.healthUserId(anna);

        JsonNode subscription =
                owner.posted(
                        SUBSCRIBERS + "/my-sub/subscriptions?subscriptionId=annas",
                        "{\"user\":\"%1$s\",\"dataTypes\":[\"%1$s/dataTypes/weight\"]}"
                                .formatted(user));
        ring("weight");

        assertThat(subscription.path("user").asText()).isEqualTo(user);
        assertThat(owner.json(SUBSCRIBERS + "/my-sub/subscriptions").path("subscriptions"))
                .hasSize(1);
        assertThat(application.data())
                .extracting(data -> data.path("clientProvidedSubscriptionName").asText())
                .containsExactly("annas");
        assertThat(owner.delete(SUBSCRIBERS + "/my-sub").statusCode()).isEqualTo(400);
        owner.delete(SUBSCRIBERS + "/my-sub/subscriptions/annas");
        assertThat(ring("weight")).isNull();
    }

    @Test
    void anActivityIsToldWhenItEndsAndWhenItIsDeleted() {
        created("my-sub", "exercise");

        SimulatedActivity run =
                simulator.hasActivity(anna, ActivityPlan.run(Duration.ofMinutes(30)).build());
        google.changed(run, false);
        google.changed(run, true);

        assertThat(application.data())
                .extracting(data -> data.path("operation").asText())
                .containsExactly("UPSERT", "DELETE");
    }

    @Test
    void whatWasNotAcceptedComesAgain() {
        created("my-sub", "steps");
        application.willAnswer(500, 204);

        assertThat(ring("steps")).isEqualTo(500);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(google.sent())
                                .extracting(sent -> sent.attempt())
                                .containsExactly(1, 2));
        assertThat(application.received()).hasSize(2);
    }

    @Test
    void whatIsStillNotAcceptedComesInABurstOnceSomethingIs() {
        created("my-sub", "steps", "sleep");
        application.willAnswer(200, 503);
        ring("steps");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    assertThat(application.received()).hasSize(2);
                    assertThat(google.inFlight()).isZero();
                });

        ring("sleep");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(application.data())
                                .extracting(data -> data.path("dataType").asText())
                                .containsExactly("steps", "steps", "sleep", "steps"));
    }

    @Test
    void afterSevenDaysWhatWasKeptIsLost() {
        created("my-sub", "steps", "sleep");
        application.willAnswer(503, 503);
        ring("steps");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    assertThat(application.received()).hasSize(2);
                    assertThat(google.inFlight()).isZero();
                });

        simulator.advance(Duration.ofDays(8));
        ring("sleep");

        await().atMost(Duration.ofSeconds(5)).until(() -> google.inFlight() == 0);
        assertThat(application.received()).hasSize(3);
    }

    @Test
    void bodiesMayBeSingleComeTwiceOrUnderTheOlderHeader() {
        created("my-sub", "steps");
        knobs(
                "{\"webhooks\":{\"arrays\":false,\"duplicates\":true,\"signatureHeader\":\"X-HEALTHAPI-SIGNATURE\"}}");

        ring("steps");

        assertThat(application.received()).hasSize(2);
        assertThat(application.received().getFirst().body())
                .isEqualTo(application.received().getLast().body());
        assertThat(application.received().getFirst().body()[0]).isEqualTo((byte) '{');
        assertThat(application.received().getFirst().header("X-HEALTHAPI-SIGNATURE")).isPresent();
        assertThat(application.received().getFirst().header(HEADER)).isEmpty();
    }

    @Test
    void afterARotationTheOldKeyStaysInTheSet() {
        created("my-sub", "steps");
        ring("steps");
        google.rotatesKey();
        ring("steps");

        TinkKeySet keys = TinkKeySet.of(new Phone(simulator).get("/google/webhooks/keyset").body());
        assertThat(keys.document().path("key")).hasSize(2);
        assertThat(application.received())
                .allSatisfy(push ->
                        assertThat(keys.verifies(push.body(), push.header(HEADER).orElseThrow()))
                                .isTrue());
    }

    @Test
    void theEndOfAConsentIsSilentUnlessItIsToBeTold() {
        created("my-sub", "steps", "sleep");
        knobs("{\"webhooks\":{\"deleteOnRevocation\":true}}");

        google.withdrawConsent(anna.id());

        assertThat(application.data())
                .extracting(data -> data.path("operation").asText() + data.has("intervals"))
                .containsExactly("DELETEfalse", "DELETEfalse");
    }

    @Test
    void aLifeTellsWhatBecomesKnown() {
        application.letsEverybodyIn();
        google.hasSubscriber(application.url(), HealthListener.SECRET);
        simulator
                .hasLives(1, 3, 5)
                .forEach(life -> google.hasConsent(life.user(), HealthScope.values()));

        simulator.advance(Duration.ofDays(2));

        assertThat(application.data())
                .extracting(data -> data.path("dataType").asText())
                .contains(
                        "steps",
                        "heart-rate",
                        "sleep",
                        "daily-resting-heart-rate",
                        "daily-heart-rate-variability",
                        "heart-rate-variability",
                        "daily-oxygen-saturation",
                        "daily-respiratory-rate",
                        "respiratory-rate-sleep-summary",
                        "daily-sleep-temperature-derivations")
                .doesNotContain("oxygen-saturation", "total-calories", "daily-vo2-max");
    }

    private @Nullable Integer ring(String type) {
        return google.ring(anna.id(), type, false, FROM, TO);
    }

    private void knobs(String change) {
        google.set(google.knobs().changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }

    private JsonNode created(String id, String... types) {
        HttpResponse<String> answer = create(id, body(types));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Phone.read(answer);
    }

    private HttpResponse<String> create(String id, String body) {
        return owner.post(SUBSCRIBERS + "?subscriberId=" + id, body);
    }

    private String body(String... types) {
        return "{\"endpointUri\":\"%s\",\"subscriberConfigs\":[{\"dataTypes\":[\"%s\"],\"subscriptionCreatePolicy\":\"AUTOMATIC\"}],\"endpointAuthorization\":{\"secret\":\"%s\"}}"
                .formatted(application.url(), String.join("\",\"", types), HealthListener.SECRET);
    }
}
