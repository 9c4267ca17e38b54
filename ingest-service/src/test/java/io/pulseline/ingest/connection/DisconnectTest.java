package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class DisconnectTest {
    private static final Duration RUN = Duration.ofMinutes(32);

    @Inject TokenStore tokens;
    @Inject ConnectionStore connections;
    @Inject ConnectionUpkeep upkeep;
    @Inject Transactions transactions;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private static String connects(SimulatedUser wearer) {
        String id = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        return id;
    }

    private static ValidatableResponse disconnects(String id, String query) {
        return People.loggedIn("anna").delete("/api/connections/" + id + query).then();
    }

    private long seen(SimulatedUser wearer, String method, String path) {
        return fitbit.requests().stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().contains(path) && request.status() < 300)
                .count();
    }

    private long rows(String table, String id) {
        return transactions
                .call(() ->
                        Panache.getSession()
                                .chain(session ->
                                        session.createNativeQuery(
                                                        "SELECT count(*) FROM "
                                                                + table
                                                                + " WHERE connection_id = :id",
                                                        Long.class)
                                                .setParameter("id", UUID.fromString(id))
                                                .getSingleResult()))
                .longValue();
    }

    /** A connection with one activity in its ledger. */
    private String withARun(SimulatedUser wearer) {
        String id = connects(wearer);
        fitbit.hasRun(wearer, RUN);
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
        streams.awaitPayloads(id, 1);
        SimulatedFitbit.awaitQuiet();
        return id;
    }

    @Test
    void theConsentIsGivenBackAndTheTokensGo() {
        SimulatedUser wearer = People.wearer();
        String id = withARun(wearer);

        disconnects(id, "")
                .statusCode(200)
                .body("state", equalTo("DISCONNECTED"))
                .body("reason", equalTo("You disconnected."));

        assertThat(seen(wearer, "POST", "/oauth2/revoke")).isEqualTo(1);
        assertThat(seen(wearer, "DELETE", "/apiSubscriptions/")).isEqualTo(4);
        assertThat(tokens.held(UUID.fromString(id))).isEmpty();
        assertThat(rows("thing", id)).isPositive();
        streams.awaitState(id, ConnectionState.DISCONNECTED);
    }

    @Test
    void whatFitbitTellsAfterwardsDoesNotUndoTheUsersWord() {
        SimulatedUser wearer = People.wearer();
        String id = connects(wearer);
        disconnects(id, "?data=keep").statusCode(200);

        connections.revoke(UUID.fromString(id), "removed at the provider", fitbit.now());
        connections.needsReauthorization(UUID.fromString(id), "no tokens", fitbit.now());

        People.looksAt("anna", id).then().body("state", equalTo("DISCONNECTED"));
        disconnects(id, "").statusCode(200).body("state", equalTo("DISCONNECTED"));
    }

    @Test
    void connectingAgainGoesOnWhereItStopped() {
        SimulatedUser wearer = People.wearer();
        String id = withARun(wearer);
        String watermark = watermark(id);
        disconnects(id, "").statusCode(200);

        String again = connects(wearer);

        assertThat(again).isEqualTo(id);
        assertThat(watermark(id)).isEqualTo(watermark);
        // The activity is known: it is not published a second time.
        assertThat(streams.payloadsOf(id)).hasSize(1);
        fitbit.hasRun(wearer, RUN.plusMinutes(1));
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
        streams.awaitPayloads(id, 2);
        People.looksAt("anna", id)
                .then()
                .body("state", equalTo("CONNECTED"))
                .body("conditions", empty());
    }

    private static String watermark(String id) {
        return People.looksAt("anna", id).path("kinds.find { it.kind == 'activity' }.watermark");
    }

    @Test
    void aUserWhoLeavesFitbitLeavesNoTokens() {
        SimulatedUser wearer = People.wearer();
        String id = connects(wearer);

        fitbit.rings(
                List.of(
                        Notification.of(
                                "deleteUser",
                                fitbit.now().atZone(wearer.zone()).toLocalDate(),
                                wearer.id(),
                                wearer.id() + "-sleep")));

        assertThat(streams.awaitState(id, ConnectionState.REVOKED).getReason())
                .contains("was deleted");
        assertThat(tokens.held(UUID.fromString(id))).isEmpty();
    }

    @Test
    void erasingLeavesNothingOfTheLedger() {
        String id = withARun(People.wearer());

        disconnects(id, "?data=erase")
                .statusCode(200)
                .body("devices", empty())
                .body("kinds", empty())
                .body("zone", equalTo(null));

        assertThat(rows("thing", id)).isZero();
        assertThat(rows("due", id)).isZero();
    }

    @Test
    void whatAPassUnderWayLeavesBehindIsErasedToo() {
        String id = withARun(People.wearer());
        UUID connection = UUID.fromString(id);
        // As the pass would see it: erased while it was about to write.
        connections.disconnected(connection, "You disconnected.", true, fitbit.now());
        transactions.run(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(
                                                "INSERT INTO thing (id, connection_id, kind,"
                                                        + " provider_id, thing_key, listed_hash,"
                                                        + " state, noted_at) VALUES (:thing, :id,"
                                                        + " 'activity', '1', 'FITBIT:1', 'x',"
                                                        + " 'NOTED', :now)")
                                        .setParameter("thing", UUID.randomUUID())
                                        .setParameter("id", connection)
                                        .setParameter("now", fitbit.now())
                                        .executeUpdate()));

        upkeep.passed(connection);

        assertThat(rows("thing", id)).isZero();
    }

    @Test
    void aProviderThatDoesNotAnswerKeepsNobody() {
        SimulatedUser wearer = People.wearer();
        String id = connects(wearer);
        fitbit.failNext(Fault.serverError(503).onPath("/1/user/-/apiSubscriptions.json"));
        fitbit.failNext(Fault.hang().onPath("/oauth2/revoke"));

        disconnects(id, "")
                .statusCode(200)
                .body("state", equalTo("DISCONNECTED"))
                .body("reason", containsString("remove our access in your account there"));

        assertThat(tokens.held(UUID.fromString(id))).isEmpty();
    }

    @Test
    void aTokenFitbitKnowsNoMoreIsAsGoodAsGivenBack() {
        SimulatedUser wearer = People.wearer();
        String id = connects(wearer);
        fitbit.failNext(Fault.serverError(404).onPath("/oauth2/revoke"));

        disconnects(id, "").statusCode(200).body("reason", equalTo("You disconnected."));
    }

    @Test
    void onlyKeepAndEraseAreKnown() {
        String id = connects(People.wearer());

        disconnects(id, "?data=burn")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("data"));
        People.loggedIn("ben").delete("/api/connections/" + id).then().statusCode(404);
        People.looksAt("anna", id).then().body("state", equalTo("CONNECTED"));
    }
}
