package io.pulseline.pipeline.dashboard.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.pulseline.pipeline.ServiceSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People log in at another place, by authorization code and PKCE; programs bring its tokens. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
@WithTestResource(OpenIdProvider.class)
class OpenIdLoginTest {
    private static final String OF_OPERATORS =
            "/api/users/00000000-0000-0000-0000-000000000000/tier";

    private final Map<String, String> cookies = new HashMap<>();

    @Test
    void whoLoadsAPageLogsInThereAndComesBackToIt() {
        Response sent = browser().get("/api/tier");

        sent.then().statusCode(302);
        Map<String, String> asked = query(sent.getHeader("Location"));
        assertThat(sent.getHeader("Location")).startsWith(OpenIdProvider.issuer() + "/auth?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsKey("code_challenge");
        assertThat(asked.get("redirect_uri")).endsWith("/login/oidc");

        Response back = logInAs("olga", sent);

        assertThat(URI.create(back.getHeader("Location")).getPath()).isEqualTo("/api/tier");
        script().get("/api/tier").then().statusCode(200);
        script().get(OF_OPERATORS).then().statusCode(403);
    }

    @Test
    void rolesComeFromTheToken() {
        logInAs("otto", browser().get("/api/tier"));

        script().get(OF_OPERATORS).then().statusCode(200);
    }

    @Test
    void aScriptWithoutASessionIsTold() {
        script().get("/api/tier")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"Pulseline\""));
    }

    @Test
    void programsBringATokenAndAForgedOneIsNone() {
        given().auth().oauth2(OpenIdProvider.token("olga")).get("/api/tier").then().statusCode(200);
        given().auth()
                .oauth2(OpenIdProvider.token("olga").replaceFirst("\\.[^.]+$", ".Zm9yZ2Vk"))
                .get("/api/tier")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void theLoginPageLeadsThere() {
        browser()
                .get("/login?next=/pipelines")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/pipelines\""));
    }

    @Test
    void aLogoutEndsTheSessionHereAndThere() {
        logInAs("olga", browser().get("/api/tier"));

        Response out = browser().header("Sec-Fetch-Site", "same-origin").post("/logout");
        keep(out);

        out.then()
                .statusCode(303)
                .header("Location", startsWith(OpenIdProvider.issuer() + "/logout?"))
                .header("Location", containsString("id_token_hint="))
                .header("Content-Security-Policy", containsString(OpenIdProvider.issuer()));
        script().get("/api/tier").then().statusCode(401);
    }

    private Response logInAs(String name, Response sent) {
        Response back =
                browser()
                        .queryParam("code", name)
                        .queryParam("state", query(sent.getHeader("Location")).get("state"))
                        .get("/login/oidc");
        keep(back);
        back.then().statusCode(302);
        return back;
    }

    private RequestSpecification browser() {
        RequestSpecification request =
                given().redirects()
                        .follow(false)
                        .cookies(cookies)
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8");
        return request.filter((spec, otherwise, context) -> {
            Response response = context.next(spec, otherwise);
            keep(response);
            return response;
        });
    }

    private RequestSpecification script() {
        return given().cookies(cookies)
                .header("Sec-Fetch-Mode", "cors")
                .header("Sec-Fetch-Site", "same-origin");
    }

    /** As a browser does. */
    private void keep(Response response) {
        response.getDetailedCookies()
                .forEach(cookie -> {
                    if (cookie.getMaxAge() == 0) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie.getValue());
                    }
                });
    }

    private static Map<String, String> query(String address) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    values.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                });
        return values;
    }
}
