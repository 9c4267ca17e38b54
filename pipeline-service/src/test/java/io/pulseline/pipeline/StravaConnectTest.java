package io.pulseline.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.pipeline.SimulatedStrava.Way;
import io.pulseline.simulator.fault.Fault;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way to Strava and back. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
@WithTestResource(StravaPlace.class)
class StravaConnectTest {
    private final Street stella = Street.of("stella", "row");
    private final Street theo = Street.of("theo", "ski");

    @AfterEach
    void tidy() {
        SimulatedStrava.simulator().reset();
        for (Street user : new Street[] {stella, theo}) {
            user.asks().delete("/api/target-grants/strava");
            user.close();
        }
    }

    @Test
    void aUserConnectsAndSeesItAndNeverAToken() {
        grants(stella).body("$", empty());
        Way way = Way.of(stella);

        way.goneBack().then().statusCode(200).body("title", equalTo("Connected"));

        String tokens =
                grants(stella)
                        .body("target", contains("strava"))
                        .body("state", contains("ACTIVE"))
                        .body("[0].reason", nullValue())
                        .body("scopes[0]", contains("read", "activity:write"))
                        .body("remoteName", contains("Athlete 1"))
                        .extract()
                        .asString();
        // Strava's tokens are 40 hexadecimal digits.
        assertThat(tokens).doesNotContainPattern("[0-9a-f]{40}");
        grants(theo).body("$", empty());
    }

    @Test
    void whoComesWithABrowserReadsAPage() {
        Way way = Way.of(stella);

        given().urlEncodingEnabled(false)
                .accept("text/html")
                .cookie(SimulatedStrava.COOKIE, way.browser())
                .get(way.back())
                .then()
                .statusCode(200)
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("<h1>Connected</h1>"));
    }

    @Test
    void withoutALoginNobodySetsOut() {
        given().redirects().follow(false).get("/targets/strava/connect").then().statusCode(401);
        given().get("/api/target-grants").then().statusCode(401);
    }

    @Test
    void theCookieIsForThisWayOnly() {
        Response away = stella.asks().redirects().follow(false).get("/targets/strava/connect");

        assertThat(away.getDetailedCookie(SimulatedStrava.COOKIE).isHttpOnly()).isTrue();
        assertThat(away.getDetailedCookie(SimulatedStrava.COOKIE).isSecured()).isTrue();
        assertThat(away.getDetailedCookie(SimulatedStrava.COOKIE).getPath()).isEqualTo("/targets");
        assertThat(away.header("Location"))
                .contains("client_id=178293", "scope=read%2Cactivity%3Awrite")
                .contains("https%3A%2F%2Fpulseline.example%2Ftargets%2Fstrava%2Fcallback");
    }

    @Test
    void anotherBrowserIsRefusedAndSpoilsNothing() {
        Way way = Way.of(stella);
        Way stolen = new Way("A".repeat(43), way.back());

        stolen.goneBack().then().statusCode(400);
        given().urlEncodingEnabled(false).get(way.back()).then().statusCode(400);
        grants(stella).body("$", empty());

        way.goneBack().then().statusCode(200);
    }

    @Test
    void anotherUserInTheSameBrowserIsRefused() {
        Way way = Way.of(stella);

        way.backAs(theo).then().statusCode(400).body("detail", containsString("another user"));

        grants(theo).body("$", empty());
        grants(stella).body("$", empty());
        way.backAs(stella).then().statusCode(400);
    }

    @Test
    void aStateIsGoodOnce() {
        Way way = Way.of(stella);

        way.goneBack().then().statusCode(200);
        way.goneBack().then().statusCode(400).body("detail", containsString("start again"));
    }

    @Test
    void whoSaysNoIsToldSo() {
        Way denied = Way.of(stella).with("code=[^&]+&scope=[^&]+", "error=access_denied");
        denied.goneBack().then().statusCode(403).body("detail", containsString("your consent"));

        Way less = Way.of(stella).with("scope=[^&]+", "scope=read");
        less.goneBack().then().statusCode(403).body("detail", containsString("activity:write"));

        Way wrong = Way.of(stella).with("code=[^&]+", "code=guessed");
        wrong.goneBack().then().statusCode(400).body("detail", containsString("its own code"));
        grants(stella).body("$", empty());
    }

    @Test
    void oneAthleteIsOfOneUser() {
        SimulatedStrava.knobs("{\"athlete\": \"Stella Maris\"}");
        SimulatedStrava.connect(stella);

        Way way = Way.of(theo);
        way.goneBack().then().statusCode(409);

        grants(theo).body("$", empty());
        // The same user may connect again, and does not become somebody else by that.
        SimulatedStrava.connect(stella);
        grants(stella).body("state", contains("ACTIVE")).body("remoteName[0]", not("Athlete 1"));
    }

    @Test
    void aConsentIsGivenBack() {
        SimulatedStrava.connect(stella);

        stella.asks().delete("/api/target-grants/strava").then().statusCode(204);

        grants(stella).body("$", empty());
        assertThat(SimulatedStrava.seen("/oauth/deauthorize"))
                .extracting(request -> request.status())
                .containsExactly(200);
        stella.asks().delete("/api/target-grants/strava").then().statusCode(404);
    }

    @Test
    void stravaThatDoesNotAnswerIsToldToo() {
        Way way = Way.of(stella);
        SimulatedStrava.simulator().failNext(Fault.serverError(503).onPath("/strava/oauth/token"));

        way.goneBack().then().statusCode(503);
    }

    @Test
    void everyWayHasItsOwnState() {
        assertThat(state(Way.of(stella))).isNotEqualTo(state(Way.of(stella)));
    }

    private static String state(Way way) {
        Matcher state = Pattern.compile("state=([^&]{43})").matcher(way.back());
        assertThat(state.find()).isTrue();
        return state.group(1);
    }

    private static ValidatableResponse grants(Street user) {
        return user.asks().get("/api/target-grants").then().statusCode(200);
    }
}
