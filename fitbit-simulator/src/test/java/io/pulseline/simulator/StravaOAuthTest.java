package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.strava.Strava;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StravaOAuthTest {
    private static final String AUTHORIZE =
            "/strava/oauth/authorize?client_id="
                    + Strava.CLIENT_ID
                    + "&response_type=code&scope=read,activity:write&state=s1&redirect_uri="
                    + Parameters.encoded("http://localhost:8080/targets/strava/callback");
    private static final String CLIENT =
            "client_id=" + Strava.CLIENT_ID + "&client_secret=" + Strava.CLIENT_SECRET;

    private final FitbitSimulator simulator = Morning.simulator();
    private final StravaPhone phone = new StravaPhone(simulator, "");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void consentIsGivenAtOnceAndTheCodeIsGoodOnce() {
        Parameters back = back(phone.get(AUTHORIZE));
        assertThat(back.first("state")).hasValue("s1");
        assertThat(back.first("scope")).hasValue("read,activity:write");

        JsonNode tokens = Phone.read(exchange(back));
        assertThat(tokens.path("expires_at").asLong())
                .isEqualTo(Morning.TEN.plusSeconds(21_600).getEpochSecond());
        assertThat(tokens.path("athlete").path("firstname").asText()).isEqualTo("Athlete 1");
        HttpResponse<String> again = exchange(back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("AuthorizationCode");
    }

    @Test
    void aRefreshTokenRotates() {
        String first =
                Phone.read(exchange(back(phone.get(AUTHORIZE)))).path("refresh_token").asText();

        HttpResponse<String> second = refresh(first);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Phone.read(second).path("refresh_token").asText()).isNotEqualTo(first);
        HttpResponse<String> old = refresh(first);
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains("\"RefreshToken\"").contains("\"invalid\"");

        knobs("{\"standardErrors\":true}");
        assertThat(refresh(first).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void aCodeExpires() {
        Parameters back = back(phone.get(AUTHORIZE));
        simulator.advance(Duration.ofMinutes(10));

        assertThat(exchange(back).statusCode()).isEqualTo(400);
    }

    @Test
    void peopleMayBeAskedAndSayNo() {
        knobs("{\"asksPeople\":true}");
        assertThat(phone.get(AUTHORIZE).body()).contains("Simulated Strava");

        Phone browser = new Phone(simulator);
        assertThat(back(browser.post(AUTHORIZE, "decision=deny")).first("error"))
                .hasValue("access_denied");
        Parameters back =
                back(browser.post(AUTHORIZE, "decision=allow&athlete=anna&scope=activity:write"));
        assertThat(back.first("scope")).hasValue("activity:write");
        assertThat(Phone.read(exchange(back)).path("athlete").path("firstname").asText())
                .isEqualTo("anna");
    }

    @Test
    void anApplicationGivesTokensBack() {
        JsonNode tokens = Phone.read(exchange(back(phone.get(AUTHORIZE))));
        String access = tokens.path("access_token").asText();

        Phone application = new Phone(simulator);
        assertThat(
                        application
                                .post("/strava/oauth/deauthorize", "access_token=" + access)
                                .statusCode())
                .isEqualTo(200);
        assertThat(new StravaPhone(simulator, access).get("/strava/api/v3/athlete").statusCode())
                .isEqualTo(401);
        assertThat(refresh(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(400);
    }

    @Test
    void wrongApplicationsAndPagesAreRefused() {
        assertThat(phone.form("grant_type=refresh_token&client_id=1").statusCode()).isEqualTo(400);
        assertThat(
                        phone.form("grant_type=refresh_token&client_id=178293&client_secret=no")
                                .statusCode())
                .isEqualTo(401);
        assertThat(phone.get(AUTHORIZE.replace("178293", "1")).statusCode()).isEqualTo(400);
        assertThat(phone.get(AUTHORIZE.replace("activity:write", "write")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> exchange(Parameters back) {
        return phone.form(
                CLIENT + "&grant_type=authorization_code&code=" + back.first("code").orElseThrow());
    }

    private HttpResponse<String> refresh(String token) {
        return phone.form(CLIENT + "&grant_type=refresh_token&refresh_token=" + token);
    }

    private void knobs(String change) {
        simulator
                .strava()
                .set(
                        simulator
                                .strava()
                                .knobs()
                                .changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }

    private static Parameters back(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        URI target = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        return Parameters.parse(target.getRawQuery());
    }
}
