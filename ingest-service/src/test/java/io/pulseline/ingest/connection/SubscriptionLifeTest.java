package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Our subscriptions at Fitbit, compared with its own list of them. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class SubscriptionLifeTest {
    private static final String LIST = "/1/user/-/apiSubscriptions.json";

    @Inject ConnectionStore connections;
    @Inject ConnectionUpkeep upkeep;
    @Inject ConnectionNotes notes;
    @Inject KindSchedule schedule;
    @Inject AuthorizedCalls calls;
    @Inject Providers providers;
    @Inject PairedDevices devices;
    @Inject Disconnecting disconnecting;
    @Inject ConnectConfig config;
    @Inject Clock clock;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();

    /** Fitbit as another program of the same application sees it. */
    private RequestSpecification another(SimulatedUser wearer) {
        String token =
                fitbit.hasConsent(wearer, Scope.ACTIVITY, Scope.SLEEP, Scope.WEIGHT).accessToken();
        return RestAssured.given().baseUri(fitbit.apiUrl()).auth().oauth2(token);
    }

    private static List<String> ids(RequestSpecification another) {
        return another.get(LIST).jsonPath().getList("apiSubscriptions.subscriptionId");
    }

    private void aDayLater(String id) {
        fitbit.advance(Duration.ofHours(25));
        upkeep.keepUp(connections.find(UUID.fromString(id)).orElseThrow());
    }

    private long created(SimulatedUser wearer, String collection) {
        return fitbit.requests().stream()
                .filter(request -> request.method().equals("POST") && request.status() == 201)
                .filter(request ->
                        request.path().endsWith("/" + wearer.id() + "-" + collection + ".json"))
                .count();
    }

    @Test
    void aConsentSubscribesToAllThatItAllows() {
        SimulatedUser wearer = People.wearer();
        RequestSpecification another = another(wearer);

        People.connects("anna", wearer);

        assertThat(ids(another))
                .containsExactlyInAnyOrder(
                        wearer.id() + "-activities",
                        wearer.id() + "-sleep",
                        wearer.id() + "-body",
                        wearer.id() + "-userRevokedAccess");
    }

    @Test
    void whatIsLostIsMadeAgainWithinADay() {
        SimulatedUser wearer = People.wearer();
        RequestSpecification another = another(wearer);
        String id = People.connects("anna", wearer);
        // A first pass still under way would note its look at the list with tomorrow's time.
        SimulatedFitbit.awaitQuiet();
        another.delete("/1/user/-/sleep/apiSubscriptions/" + wearer.id() + "-sleep.json")
                .then()
                .statusCode(204);

        aDayLater(id);

        assertThat(created(wearer, "sleep")).isEqualTo(2);
        assertThat(created(wearer, "activities")).isEqualTo(1);
    }

    @Test
    void withinTheDayNothingIsAskedAgain() {
        SimulatedUser wearer = People.wearer();
        String id = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        long before = listings(wearer);

        upkeep.keepUp(connections.find(UUID.fromString(id)).orElseThrow());

        assertThat(listings(wearer)).isEqualTo(before);
    }

    @Test
    void aReplicaThatStartsLooksOnce() {
        SimulatedUser wearer = People.wearer();
        String id = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        long before = listings(wearer);
        fitbit.advance(Duration.ofMinutes(1));
        ConnectionUpkeep started =
                new ConnectionUpkeep(
                        connections,
                        notes,
                        schedule,
                        calls,
                        providers,
                        devices,
                        disconnecting,
                        config,
                        clock);
        fitbit.advance(Duration.ofMinutes(1));

        Connection after = started.keepUp(connections.find(UUID.fromString(id)).orElseThrow());
        started.keepUp(after);

        assertThat(listings(wearer)).isEqualTo(before + 1);
    }

    private long listings(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> request.path().equals(LIST))
                .filter(request -> wearer.id().equals(request.user()))
                .count();
    }

    @Test
    void anothersSubscriptionIsKeptAndRingsForUs() {
        SimulatedUser wearer = People.wearer();
        RequestSpecification another = another(wearer);
        another.post("/1/user/-/sleep/apiSubscriptions/theirs-" + wearer.id() + ".json")
                .then()
                .statusCode(201);

        String id = People.connects("anna", wearer);

        assertThat(created(wearer, "sleep")).isZero();
        assertThat(ids(another(wearer))).contains("theirs-" + wearer.id());
        People.looksAt("anna", id).then().body("conditions", empty());
    }

    @Test
    void whatTheNewConsentDoesNotAllowIsRemovedThoughFitbitAnswers502Once() {
        SimulatedUser wearer = People.wearer();
        RequestSpecification another = another(wearer);
        People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        fitbit.failNext(Fault.htmlBody(502).onPath("/sleep/apiSubscriptions/"));

        String id = People.connects("anna", wearer, "activity profile settings");

        assertThat(ids(another))
                .containsExactlyInAnyOrder(
                        wearer.id() + "-activities", wearer.id() + "-userRevokedAccess");
        People.looksAt("anna", id)
                .then()
                .body("conditions.type", equalTo(List.of("MISSING_SCOPES")));
    }

    @Test
    void withoutASubscriptionTheConnectionSaysSoUntilThereIsOne() {
        SimulatedUser wearer = People.wearer();
        SimulatedFitbit.awaitQuiet();
        fitbit.failNext(Fault.serverError(500).onPath("/body/apiSubscriptions/").times(1));
        fitbit.failNext(Fault.serverError(503).onPath(LIST));

        String id = People.connects("anna", wearer);

        // The list could not be read, so whatever came of the rest is not known.
        People.looksAt("anna", id)
                .then()
                .body("conditions.type", equalTo(List.of("NO_SUBSCRIPTION")));
        SimulatedFitbit.awaitQuiet();
        // The first pass found the list, and one that could not be made; the next makes it.
        upkeep.keepUp(connections.find(UUID.fromString(id)).orElseThrow());
        People.looksAt("anna", id).then().body("conditions", empty());
        assertThat(created(wearer, "body")).isEqualTo(1);
    }
}
