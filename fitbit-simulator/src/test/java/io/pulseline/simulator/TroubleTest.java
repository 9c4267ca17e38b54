package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.SeenRequest;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.SimulatedUser;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private static final String PROFILE = "/1/user/-/profile.json";

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final TokenPair tokens = simulator.hasConsent(anna, Phone.ALL_SCOPES);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void everyAnswerToATokenCarriesTheBudget() {
        simulator.advance(Duration.ofMinutes(20));

        HttpResponse<String> answer = phone().get(PROFILE);

        assertThat(answer.headers().firstValue("Fitbit-Rate-Limit-Limit")).hasValue("150");
        assertThat(answer.headers().firstValue("Fitbit-Rate-Limit-Remaining")).hasValue("149");
        assertThat(answer.headers().firstValue("Fitbit-Rate-Limit-Reset")).hasValue("2401");
        assertThat(new Phone(simulator).get(PROFILE).headers().map())
                .doesNotContainKey("Fitbit-Rate-Limit-Limit");
    }

    @Test
    void overTheBudgetIs429UntilTheFullHour() {
        simulator.limitsTo(2);
        simulator.advance(Duration.ofMinutes(50));
        phone().get(PROFILE);
        phone().get(PROFILE);

        HttpResponse<String> third = phone().get(PROFILE);

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.body()).contains("Too Many Requests");
        assertThat(third.headers().firstValue("Retry-After")).isEmpty();
        simulator.advance(Duration.ofMinutes(10));
        assertThat(phone().get(PROFILE).statusCode()).isEqualTo(200);
    }

    @Test
    void budgetsArePerPersonAndTokenCallsAreFree() {
        simulator.limitsTo(1);
        TokenPair bert =
                simulator.hasConsent(simulator.hasUser("b", Morning.BERLIN, 8), Scope.PROFILE);
        new Phone(simulator)
                .asApplication()
                .post(
                        "/oauth2/token",
                        "grant_type=refresh_token&refresh_token=" + tokens.refreshToken());

        assertThat(phone().get(PROFILE).statusCode()).isEqualTo(200);
        assertThat(new Phone(simulator).as(bert).get(PROFILE).statusCode()).isEqualTo(200);
    }

    @Test
    void errorsMayComeInGooglesEnvelopeAndWithRetryAfter() {
        simulator.turnOn(Switch.GOOGLE_STYLE_ERRORS);
        simulator.turnOn(Switch.RETRY_AFTER);
        simulator.limitsTo(1);
        phone().get(PROFILE);

        HttpResponse<String> limited = phone().get(PROFILE);

        assertThat(Phone.read(limited).path("error").path("status").asText())
                .isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("3601");
        assertThat(limited.headers().firstValue("Server")).hasValue("ESF");
    }

    @Test
    void goneForGoodAnswers410ToEverythingOfFitbits() {
        simulator.turnOn(Switch.GONE);

        assertThat(phone().get(PROFILE).statusCode()).isEqualTo(410);
        assertThat(new Phone(simulator).asApplication().post("/oauth2/token", "").statusCode())
                .isEqualTo(410);
        assertThat(new Phone(simulator).get("/simulator/health").statusCode()).isEqualTo(200);
        simulator.turnOff(Switch.GONE);
        assertThat(phone().get(PROFILE).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownPathsAreNotFoundInFitbitsEnvelope() {
        HttpResponse<String> answer = phone().get("/1/user/-/horoscope.json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Phone.errorType(answer)).isEqualTo("not_found");
    }

    @Test
    void faultsStrikeInOrderAndThenAreOver() {
        simulator.failNext(Fault.rateLimited());
        simulator.failNext(Fault.serverError(503).times(2));
        simulator.failNext(Fault.htmlBody(502));
        simulator.failNext(Fault.expiredToken());
        simulator.failNext(Fault.gone());

        for (int call = 0; call < 7; call++) {
            phone().get(PROFILE);
        }

        assertThat(simulator.requests())
                .extracting(SeenRequest::status)
                .containsExactly(429, 503, 503, 502, 401, 410, 200);
        assertThat(simulator.requests().getLast())
                .isEqualTo(new SeenRequest("GET", PROFILE, null, 200, Morning.TEN, anna.id()));
    }

    @Test
    void aFaultOnAPathWaitsForItsCall() {
        simulator.failNext(Fault.serverError(500).onPath("/devices"));
        simulator.failNext(Fault.conflict().onPath("/oauth2/token"));

        assertThat(phone().get(PROFILE).statusCode()).isEqualTo(200);
        assertThat(phone().get("/1/user/-/devices.json").statusCode()).isEqualTo(500);
        assertThat(new Phone(simulator).asApplication().post("/oauth2/token", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void bodiesMayBeBrokenOrEmpty() {
        simulator.failNext(Fault.malformedJson());
        simulator.failNext(Fault.emptyBody());

        String broken = phone().get(PROFILE).body();
        String empty = phone().get(PROFILE).body();

        assertThat(broken).startsWith("{\"user\":");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(broken.getBytes(UTF_8), JsonNode.class));
        assertThat(empty).isEmpty();
    }

    @Test
    void anAnswerMayNeverComeThoughTheRefreshWasDone() {
        simulator.failNext(Fault.answerLost().onPath("/oauth2/token"));
        String refresh = "grant_type=refresh_token&refresh_token=" + tokens.refreshToken();

        assertThatThrownBy(
                        () -> new Phone(simulator).asApplication().post("/oauth2/token", refresh))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(new Phone(simulator).asApplication().post("/oauth2/token", refresh).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHangingCallIsCut() {
        // The JDK's client tries a GET again by itself when the connection is cut.
        simulator.failNext(Fault.hang().lasting(Duration.ofMillis(20)).times(20));

        assertThatThrownBy(() -> phone().get(PROFILE)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.requests()).extracting(SeenRequest::status).containsOnly(0);
    }

    @Test
    void profileAndDeviceTellZoneAndLastSync() {
        simulator.hasRun(anna, Duration.ofMinutes(20));
        simulator.advance(Duration.ofHours(1));

        JsonNode profile = phone().json(PROFILE).path("user");
        JsonNode devices = phone().json("/1/user/-/devices.json");

        assertThat(profile.path("encodedId").asText()).isEqualTo(anna.id());
        assertThat(profile.path("timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(profile.path("offsetFromUTCMillis").asInt()).isEqualTo(3_600_000);
        assertThat(profile.path("memberSince").asText()).isEqualTo("2024-03-27");
        assertThat(devices.path(0).path("lastSyncTime").asText())
                .isEqualTo("2026-03-27T11:00:00.000");
        assertThat(devices.path(0).path("type").asText()).isEqualTo("TRACKER");
    }

    private Phone phone() {
        return new Phone(simulator).as(tokens);
    }
}
