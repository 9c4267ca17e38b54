package io.pulseline.ingest.googlehealth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.googlehealth.AccountState;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.Knobs;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consent at Google, from the first page to its end. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class GoogleConnectTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** More than three passes ask. */
    private static final int REFUSALS = 300;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FitbitSimulator simulator = SimulatedFitbit.simulator();
    private final GoogleHealth google = simulator.googleHealth();
    private final Streams streams = new Streams();

    @AfterEach
    void knobsBack() {
        google.set(Knobs.defaults());
    }

    @Test
    void theConsentPageIsAskedForALastingReadingConsent() {
        URI page = People.startsToConnect("anna", "google-health");

        assertThat(page.getQuery())
                .contains("access_type=offline")
                .contains("prompt=consent")
                .contains("code_challenge_method=S256")
                .contains(People.googleScope("sleep"))
                .doesNotContain("writeonly")
                .doesNotContain("include_granted_scopes");
    }

    @Test
    void whoConnectsIsKnownByGooglesIdAndSeesTheDevices() {
        SimulatedUser wearer = People.wearer("Europe/Berlin");

        String connection = People.connectsGoogle("anna", wearer);

        People.looksAt("anna", connection)
                .then()
                .statusCode(200)
                .body("provider", equalTo("GOOGLE_HEALTH"))
                .body("state", equalTo("CONNECTED"))
                .body("grantedScopes", hasItems("sleep.readonly", "location.readonly"));
        assertThat(streams.awaitState(connection, "CONNECTED").getProvider())
                .isEqualTo("GOOGLE_HEALTH");
    }

    @Test
    void whatTheUserUntickedIsNamedAndTheRestWorks() {
        SimulatedUser wearer = People.wearer();

        String connection =
                People.connectsGoogle(
                        "anna",
                        wearer,
                        People.googleScope("sleep") + " " + People.googleScope("settings"));

        People.looksAt("anna", connection)
                .then()
                .body("conditions.type", hasItem("MISSING_SCOPES"))
                .body(
                        "conditions.find { it.type == 'MISSING_SCOPES' }.message",
                        containsString("health metrics and measurements"));
    }

    @Test
    void anAccountWithoutGoogleHealthIsExplained() {
        SimulatedUser wearer = People.wearer();
        google.hasAccount(wearer.id(), AccountState.NOT_LINKED);

        People.returns(
                        People.allows(
                                People.startsToConnect("anna", "google-health"),
                                wearer,
                                People.ALL_GOOGLE_SCOPES))
                .then()
                .statusCode(409)
                .body("detail", containsString("sign in once with the Google Health app"));
    }

    @Test
    void aHiccupOnTheWayBackCostsNoConsent() {
        simulator.failNext(Fault.htmlBody(502).onPath("/identity"));
        simulator.failNext(Fault.rateLimited().onPath("/identity"));

        String connection = People.connectsGoogle("anna", People.wearer());

        People.looksAt("anna", connection).then().body("state", equalTo("CONNECTED"));
    }

    @Test
    void whoSaysNoIsNotConnected() {
        People.returns(People.denies(People.startsToConnect("anna", "google-health")))
                .then()
                .statusCode(403);
    }

    @Test
    void aRefreshTokenIsUsedAgainAndAgain() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connectsGoogle("anna", wearer);
        SimulatedFitbit.awaitQuiet();

        for (int hours = 0; hours < 3; hours++) {
            simulator.advance(Duration.ofHours(2));
            SimulatedFitbit.awaitQuiet();
        }

        People.looksAt("anna", connection).then().body("state", equalTo("CONNECTED"));
    }

    @Test
    void aConsentInTestingEndsAfterSevenDaysAndTheReasonSaysSo() {
        set("consent", "refreshTokenDays", 7);
        SimulatedUser wearer = People.wearer();
        String connection = People.connectsGoogle("anna", wearer);
        SimulatedFitbit.awaitQuiet();

        simulator.advance(Duration.ofDays(7).plusHours(1));

        awaitState(connection, "NEEDS_REAUTHORIZATION");
        People.looksAt("anna", connection)
                .then()
                .body("reason", containsString("still in testing"))
                .body("reason", containsString("connect again"));
    }

    @Test
    void aConsentTakenBackAtGoogleEndsTheConnection() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connectsGoogle("anna", wearer);
        SimulatedFitbit.awaitQuiet();

        google.withdrawConsent(wearer.id());
        simulator.advance(Duration.ofHours(2));

        awaitState(connection, "NEEDS_REAUTHORIZATION");
        People.looksAt("anna", connection)
                .then()
                .body("reason", containsString("no longer accepts our consent"));
    }

    @Test
    void freshTokensThatAreRefusedAgainAndAgainMeanAConsentTakenBack() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connectsGoogle("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        simulator.failNext(Fault.invalidToken().onPath("/google/v4/").times(REFUSALS));
        for (int hours = 0; hours < 3; hours++) {
            simulator.advance(Duration.ofMinutes(61));
            SimulatedFitbit.awaitQuiet();
        }
        spendRefusals();

        People.looksAt("anna", connection)
                .then()
                .body("reason", containsString("consent was taken back"));
    }

    @Test
    void disconnectingGivesTheConsentBack() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connectsGoogle("anna", wearer);
        SimulatedFitbit.awaitQuiet();

        People.loggedIn("anna").delete("/api/connections/" + connection).then().statusCode(200);

        awaitState(connection, "DISCONNECTED");
        assertThat(
                        simulator.requests().stream()
                                .filter(request -> request.path().equals("/google/revoke"))
                                .count())
                .isPositive();
    }

    /** The next test's calls are not meant. */
    private void spendRefusals() {
        for (int spent = 0; spent < REFUSALS; spent++) {
            given().get(simulator.apiUrl() + "/google/v4/users/me/identity");
        }
    }

    private void awaitState(String connection, String state) {
        await().atMost(LIMIT).until(() -> state(connection).equals(state));
    }

    private static String state(String connection) {
        return People.looksAt("anna", connection).then().extract().path("state");
    }

    private void set(String group, String knob, int value) {
        ObjectNode changed = JSON.valueToTree(google.knobs());
        ((ObjectNode) changed.path(group)).put(knob, value);
        google.set(JSON.convertValue(changed, Knobs.class));
    }
}
