package io.pulseline.ingest.stage;

import static io.restassured.RestAssured.given;

import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.SimulatedUser;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people do in a browser. Anna and ben may log in here, and otto the operator. */
public final class People {
    static final String PASSWORD = "test-only";

    public static final String ALL_SCOPES =
            "activity heartrate location profile settings sleep oxygen_saturation respiratory_rate"
                    + " temperature cardio_fitness weight";

    /** All that we ask for at Google. */
    public static final String ALL_GOOGLE_SCOPES =
            Stream.of(
                            "activity_and_fitness",
                            "health_metrics_and_measurements",
                            "sleep",
                            "location",
                            "profile",
                            "settings")
                    .map(People::googleScope)
                    .collect(Collectors.joining(" "));

    private static final AtomicLong SEEDS = new AtomicLong(1000);
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final String COOKIE = "pulseline-connect";

    /** All these people share one browser, which keeps our cookie. */
    private static final AtomicReference<String> KEPT_COOKIE = new AtomicReference<>("none");

    private People() {}

    /** Somebody new at Fitbit, in Berlin. */
    public static SimulatedUser wearer() {
        return wearer("Europe/Berlin");
    }

    /** Somebody new at Fitbit. */
    public static SimulatedUser wearer(String zone) {
        long seed = SEEDS.getAndIncrement();
        return fitbit().hasUser("wearer " + seed, ZoneId.of(zone), seed);
    }

    private static FitbitSimulator fitbit() {
        return SimulatedFitbit.simulator();
    }

    /** The right to read something at Google, as Google names it. */
    public static String googleScope(String what) {
        return "https://www.googleapis.com/auth/googlehealth." + what + ".readonly";
    }

    /** Starts to connect; where the browser is sent. */
    public static URI startsToConnect(String login) {
        return startsToConnect(login, "fitbit");
    }

    /** Starts to connect that provider; where the browser is sent. */
    public static URI startsToConnect(String login, String provider) {
        Response answer =
                given().auth()
                        .preemptive()
                        .basic(login, PASSWORD)
                        .cookie(COOKIE, KEPT_COOKIE.get())
                        .redirects()
                        .follow(false)
                        .post("/connect/" + provider + "/start")
                        .then()
                        .statusCode(303)
                        .extract()
                        .response();
        KEPT_COOKIE.set(answer.cookie(COOKIE));
        return URI.create(answer.header("Location"));
    }

    /** Says yes at Fitbit; where the browser is sent back to. */
    public static URI allows(URI authorizePage, SimulatedUser user, String scopes) {
        return decides(
                authorizePage, Map.of("decision", "allow", "user", user.id(), "scope", scopes));
    }

    /** Says no at Fitbit; where the browser is sent back to. */
    public static URI denies(URI authorizePage) {
        return decides(authorizePage, Map.of("decision", "deny"));
    }

    private static URI decides(URI authorizePage, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) ->
                body.append(body.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request =
                HttpRequest.newBuilder(authorizePage)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            return URI.create(
                    BROWSER.send(request, BodyHandlers.ofString())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError("the simulated consent page did not answer", e);
        }
    }

    /** Comes back to us, without a login. */
    public static Response returns(URI callback) {
        return returns(callback, KEPT_COOKIE.get());
    }

    /** Comes back to us in another browser than the one that set out. */
    public static Response returnsInAnotherBrowser(URI callback) {
        return returns(callback, "b".repeat(43));
    }

    /** Comes back to us and is shown a page. */
    public static Response returnsAsABrowser(URI callback) {
        return returns(callback, KEPT_COOKIE.get(), "text/html");
    }

    private static Response returns(URI callback, String cookie) {
        return returns(callback, cookie, "application/json");
    }

    private static Response returns(URI callback, String cookie, String accepted) {
        String withoutFragment = callback.toString().replaceAll("#.*", "");
        return given().urlEncodingEnabled(false)
                .accept(accepted)
                .cookie(COOKIE, cookie)
                .get(URI.create(withoutFragment));
    }

    /** The whole way; the connection's id. */
    public static String connects(String login, SimulatedUser user) {
        return connects(login, user, ALL_SCOPES);
    }

    /** The whole way with some scopes only; the connection's id. */
    public static String connects(String login, SimulatedUser user, String scopes) {
        return returns(allows(startsToConnect(login), user, scopes))
                .then()
                .statusCode(200)
                .extract()
                .path("connectionId");
    }

    /** The whole way over Google, where the same people wear their trackers. */
    public static String connectsGoogle(String login, SimulatedUser user) {
        return connectsGoogle(login, user, ALL_GOOGLE_SCOPES);
    }

    /** The whole way over Google with some scopes only; the connection's id. */
    public static String connectsGoogle(String login, SimulatedUser user, String scopes) {
        return returns(allows(startsToConnect(login, "google-health"), user, scopes))
                .then()
                .statusCode(200)
                .extract()
                .path("connectionId");
    }

    /** Asks us as somebody who is logged in. */
    public static RequestSpecification loggedIn(String login) {
        return given().auth().preemptive().basic(login, PASSWORD);
    }

    /** The connection as the API shows it to its owner. */
    public static Response looksAt(String login, String connectionId) {
        return loggedIn(login).get("/api/connections/" + connectionId);
    }
}
