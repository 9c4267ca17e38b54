package io.pulseline.pipeline.dashboard.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.pulseline.pipeline.ServiceSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One session for pages and API, from the first page to the logout. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class LoginTest {
    private static final String SESSION = "pulseline-session";

    /** Attempts are counted by address; each test has its own. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

    private final String address = "203.0.113." + ADDRESSES.getAndIncrement();

    @Test
    void whoLoadsAPageIsSentToTheLoginPageAndBack() {
        browser().get("/").then().statusCode(302).header("Location", equalTo("/login"));
        browser()
                .get("/activities?type=RUN")
                .then()
                .statusCode(302)
                .header("Location", equalTo("/login?next=%2Factivities%3Ftype%3DRUN"));
        browser()
                .get("/login?next=%2Factivities%3Ftype%3DRUN")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/j_security_check?next=%2Factivities%3Ftype%3DRUN"));

        Response checked = logIn("anna", "run", "/activities?type=RUN");

        checked.then().statusCode(302);
        browser()
                .cookie(SESSION, checked.getCookie(SESSION))
                .get(path(checked))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/activities?type=RUN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example"})
    void noAddressLeadsElsewhere(String next) {
        Response checked = logIn("anna", "run", next);

        browser()
                .cookie(SESSION, checked.getCookie(SESSION))
                .get(path(checked))
                .then()
                .statusCode(303)
                .header("Location", not(containsString("evil")));
    }

    @Test
    void theSessionOpensTheApi() {
        script(session()).get("/api/pipelines").then().statusCode(200);
    }

    @Test
    void noScriptOfAPageReadsTheCookieAndNoOtherSitesFormSendsIt() {
        Cookie cookie = logIn("anna", "run", "/").getDetailedCookie(SESSION);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecured()).isFalse();
    }

    @Test
    void behindHttpsItIsSecure() {
        Cookie cookie =
                browser()
                        .header("X-Forwarded-Proto", "https")
                        .header("Sec-Fetch-Site", "same-origin")
                        .formParam("j_username", "anna")
                        .formParam("j_password", "run")
                        .post("/j_security_check")
                        .getDetailedCookie(SESSION);

        assertThat(cookie.isSecured()).isTrue();
    }

    @Test
    void aWrongPasswordLeadsBackAndSaysSo() {
        Response checked = logIn("anna", "walk", "/pipelines");

        checked.then().statusCode(302).header("Location", containsString("/login?wrong=true"));
        assertThat(checked.getCookie(SESSION)).isNull();
        browser()
                .get(path(checked))
                .then()
                .statusCode(200)
                .body(containsString("Name or password is wrong"))
                .body(containsString("next=%2Fpipelines"));
    }

    @Test
    void aFewWrongPasswordsAMinuteAreEnough() {
        for (int i = 0; i < 10; i++) {
            logIn("nobody", "guess-" + i, "/").then().statusCode(302);
        }

        logIn("nobody", "guess", "/").then().statusCode(429).header("Retry-After", notNullValue());
        // The name is known too, wherever the next attempt comes from.
        new LoginTest().logIn("Nobody", "guess", "/").then().statusCode(429);
    }

    @Test
    void programsThatGuessAreStoppedToo() {
        for (int i = 0; i < 10; i++) {
            basic("nemo", "guess-" + i).then().statusCode(401);
        }

        basic("nemo", "guess")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("detail", containsString("try again in"));
    }

    @Test
    void anotherSitesPageChangesNothing() {
        String session = session();

        given().cookie(SESSION, session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/logout")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403))
                .body("detail", containsString("another site"));
        given().cookie(SESSION, session).delete("/api/pipelines/1").then().statusCode(403);
        browser()
                .header("Origin", "https://evil.example")
                .formParam("j_username", "anna")
                .formParam("j_password", "run")
                .post("/j_security_check")
                .then()
                .statusCode(403)
                .header("Set-Cookie", nullValue());
    }

    @Test
    void afterTheLogoutTheBrowserHasNoSession() {
        Response out =
                browser()
                        .cookie(SESSION, session())
                        .header("Sec-Fetch-Site", "same-origin")
                        .post("/logout");

        out.then().statusCode(303).header("Location", endsWith("/login"));
        Cookie cookie = out.getDetailedCookie(SESSION);
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
    }

    @Test
    void aSessionThatIsNotOursIsNone() {
        script("Zm9yZ2Vk").get("/api/pipelines").then().statusCode(401);
        browser().cookie(SESSION, "Zm9yZ2Vk").get("/").then().statusCode(302);
    }

    @Test
    void aProgramGetsAProblemAndTheWaysToLogIn() {
        given().get("/api/pipelines")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("basic realm=\"Pulseline\""))
                .body("status", equalTo(401))
                .body("detail", equalTo("Log in first."));
    }

    @Test
    void aScriptIsNotOfferedTheBrowsersOwnWindow() {
        script("")
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Pulseline\""));
    }

    @Test
    void everyAnswerHasTheHeadersByWhichBrowsersGuardIt() {
        for (String path : new String[] {"/login", "/api/pipelines", "/q/health/live"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("script-src 'self';"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("same-origin"))
                    .header("Permissions-Policy", containsString("geolocation=()"))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Strict-Transport-Security", nullValue());
        }
        given().header("X-Forwarded-Proto", "https")
                .get("/login")
                .then()
                .header("Strict-Transport-Security", startsWith("max-age="));
    }

    private RequestSpecification browser() {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("X-Forwarded-For", address)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private RequestSpecification script(String session) {
        return given().cookie(SESSION, session)
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "same-origin");
    }

    private Response basic(String name, String password) {
        return given().header("X-Forwarded-For", address)
                .auth()
                .preemptive()
                .basic(name, password)
                .get("/api/pipelines");
    }

    private Response logIn(String name, String password, String next) {
        return browser()
                .header("Sec-Fetch-Site", "same-origin")
                .queryParam("next", next)
                .formParam("j_username", name)
                .formParam("j_password", password)
                .post("/j_security_check");
    }

    private String session() {
        return logIn("anna", "run", "/").getCookie(SESSION);
    }

    /** Of a redirect; Quarkus writes whole addresses. */
    private static String path(Response redirect) {
        return redirect.getHeader("Location").replaceFirst("^https?://[^/]+", "");
    }
}
