package io.pulseline.ingest.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links by which people connect Google Health without a login, over HTTP. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class InviteTest {
    private static final String PAGE = "/connect/google-health";
    private static final String START = PAGE + "/start";

    @Inject Movers movers;
    @Inject ConnectionStore connections;
    @Inject ConnectInvites invites;
    @Inject Transactions transactions;

    private final UUID user = UUID.randomUUID();
    private final SimulatedUser wearer = People.wearer();
    private Connection former;
    private String secret;

    @BeforeEach
    void isInvited() {
        former = movers.connectsFitbit(user, wearer);
        secret = secretOf(invites.make(former));
    }

    private static String secretOf(ConnectInvites.Invite invite) {
        return Movers.query(invite.link()).getOrDefault("invite", "");
    }

    private static Response start(String invite) {
        return given().redirects().follow(false).queryParam("invite", invite).post(START);
    }

    /** Says yes on the provider's page and goes on from there, with the browser's cookie. */
    private Response comesBack(Response started) {
        URI page = URI.create(started.then().statusCode(303).extract().header("Location"));
        return given().urlEncodingEnabled(false)
                .accept("application/json")
                .cookie(ConnectResource.BROWSER, started.cookie(ConnectResource.BROWSER))
                .get(People.allows(page, wearer, People.ALL_GOOGLE_SCOPES));
    }

    private Connection connected(Response back) {
        UUID id = UUID.fromString(back.then().statusCode(200).extract().path("connectionId"));
        return connections.find(id).orElseThrow();
    }

    @Test
    void theLinkOpensThePageWithoutALogin() {
        Response page = given().queryParam("invite", secret).get(PAGE);

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", containsString("no-store"))
                .body("html.body.main.form.@action", equalTo(START + "?invite=" + secret));
        assertThat(page.asString()).contains("made for one person");
    }

    @Test
    void theAccountIsConnectedForWhomTheLinkWasMade() {
        Connection moved = connected(comesBack(start(secret)));

        assertThat(moved.user()).isEqualTo(user);
        assertThat(connections.find(former.id()).orElseThrow().movedTo()).isEqualTo(moved.id());
    }

    @Test
    void itIsGoodForOneConnectionOnly() {
        Response one = start(secret);
        Response other = start(secret);
        connected(comesBack(one));

        comesBack(other)
                .then()
                .statusCode(410)
                .body("detail", containsString("has been used or has expired"));
        given().accept("text/html")
                .queryParam("invite", secret)
                .get(PAGE)
                .then()
                .statusCode(410)
                .body(containsString("ask whoever sent it"));
        start(secret).then().statusCode(410);
    }

    @Test
    void itIsNotUsedUpByWhoTurnsBack() {
        given().queryParam("invite", secret).get(PAGE).then().statusCode(200);
        Response started = start(secret);
        URI page = URI.create(started.header("Location"));
        given().accept("application/json")
                .cookie(ConnectResource.BROWSER, started.cookie(ConnectResource.BROWSER))
                .queryParam("state", Movers.query(page).get("state"))
                .queryParam("error", "access_denied")
                .get(PAGE + "/callback")
                .then()
                .statusCode(403);

        connected(comesBack(start(secret)));
    }

    @Test
    void theWayBackBelongsToTheBrowserThatSetOut() {
        Response started = start(secret);
        URI page = URI.create(started.header("Location"));

        given().accept("application/json")
                .cookie(ConnectResource.BROWSER, Pkce.unguessable())
                .queryParam("state", Movers.query(page).get("state"))
                .queryParam("code", "stolen")
                .get(PAGE + "/callback")
                .then()
                .statusCode(400);
    }

    @Test
    void itExpires() {
        transactions.run(() ->
                ConnectInviteEntity.update(
                        "expiresAt = ?1 where secretHash = ?2",
                        SimulatedFitbit.simulator().now().minus(Duration.ofSeconds(1)),
                        Pkce.challenge(secret)));

        given().queryParam("invite", secret).get(PAGE).then().statusCode(410);
        start(secret).then().statusCode(410);
    }

    @Test
    void whatIsNoInviteOpensNothing() {
        start(Pkce.unguessable()).then().statusCode(410);
        // An empty one is none.
        start("").then().statusCode(401);
        start("x".repeat(2000)).then().statusCode(410);
        given().get(PAGE).then().statusCode(401);
        given().post(START).then().statusCode(401);
        given().queryParam("invite", secret).get("/connect/fitbit").then().statusCode(401);
        given().queryParam("invite", secret).get("/api/connections").then().statusCode(401);
    }

    @Test
    void somebodyElseWhoIsLoggedInIsSentAway() {
        People.loggedIn("anna")
                .queryParam("invite", secret)
                .get(PAGE)
                .then()
                .statusCode(409)
                .body(containsString("log out"));
        People.loggedIn("anna").queryParam("invite", secret).post(START).then().statusCode(409);
    }

    @Test
    void oldLinksMakeRoomForNewOnes() {
        List<String> secrets = new ArrayList<>(List.of(secret));
        for (int count = 0; count < 5; count++) {
            SimulatedFitbit.simulator().advance(Duration.ofSeconds(1));
            secrets.add(secretOf(invites.make(former)));
        }

        assertThat(invites.open(secrets.getFirst())).isEmpty();
        assertThat(secrets.subList(1, 6))
                .allSatisfy(open ->
                        assertThat(invites.open(open))
                                .hasValueSatisfying(one -> assertThat(one.user()).isEqualTo(user)));
    }

    @Test
    void theSecretStandsInTheLinkOnly() {
        ConnectInvites.Invite invite = invites.make(former);

        assertThat(invite.toString()).doesNotContain(secretOf(invite));
        assertThat(secretOf(invite)).hasSize(43);
        assertThat(Pkce.challenge(secretOf(invite))).isNotEqualTo(secretOf(invite));
    }
}
