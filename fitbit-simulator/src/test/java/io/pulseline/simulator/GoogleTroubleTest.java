package io.pulseline.simulator;

import static io.pulseline.simulator.GooglePhone.USER;
import static io.pulseline.simulator.GooglePhone.points;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Fault;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.GoogleTokens;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.googlehealth.Quota;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleTroubleTest {
    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);
    private final GoogleHealth google = simulator.googleHealth();
    private final GooglePhone phone = GooglePhone.ofAll(simulator, anna);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aCallWithoutATokenIsToldWhichMethodItWas() {
        HttpResponse<String> answer = new Phone(simulator).get(points("steps"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(GooglePhone.reason(answer)).isEqualTo("CREDENTIALS_MISSING");
        assertThat(answer.body())
                .contains("google.devicesandservices.health.v4.DataPointsService.ListDataPoints");
        assertThat(answer.headers().firstValue("www-authenticate"))
                .hasValue("Bearer realm=\"https://accounts.google.com/\"");
    }

    @Test
    void anExpiredTokenHasNoDetails() {
        GoogleTokens tokens = google.hasConsent(anna, HealthScope.values());
        simulator.advance(Duration.ofHours(1));

        HttpResponse<String> answer =
                GooglePhone.of(simulator, tokens.accessToken()).get(points("steps"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("Request had invalid authentication credentials.")
                .doesNotContain("details");
        assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
                .endsWith("error=\"invalid_token\"");
    }

    @Test
    void aMissingScopeIs403WithTheReasonWanted() {
        GooglePhone sleeper = GooglePhone.of(simulator, anna, HealthScope.SLEEP_READONLY);
        HttpResponse<String> usual = sleeper.get(points("steps"));
        knobs("{\"answers\":{\"missingScopeReason\":\"MISSING_OAUTH_SCOPE\"}}");
        HttpResponse<String> other = sleeper.get(points("steps"));

        assertThat(usual.statusCode()).isEqualTo(403);
        assertThat(GooglePhone.reason(usual)).isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
        assertThat(GooglePhone.reason(other)).isEqualTo("MISSING_OAUTH_SCOPE");
    }

    @Test
    void anUnknownPathOrVerbIsAnHtmlPageEvenWithoutAToken() {
        HttpResponse<String> path = new Phone(simulator).get("/google/v4/users/me/devices");
        HttpResponse<String> verb = phone.post(points("steps") + ":reconcile", "{}");

        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(path.body()).startsWith("<!DOCTYPE html>");
        assertThat(verb.statusCode()).isEqualTo(404);
        assertThat(verb.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void anUnknownPointIsNotFoundInJson() {
        HttpResponse<String> answer = phone.get(points("sleep") + "/1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(GooglePhone.status(answer)).isEqualTo("NOT_FOUND");
    }

    @Test
    void theThreeHundredAndFirstCallOfAMinuteIsTooMany() {
        for (int call = 0; call < 300; call++) {
            assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> tooMany = phone.get(USER + "identity");
        simulator.advance(Duration.ofMinutes(1));

        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(GooglePhone.status(tooMany)).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(tooMany.headers().firstValue("Retry-After")).isEmpty();
        assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(200);
        assertThat(google.quota().all())
                .extracting(Quota.OfUser::mostInAMinute, Quota.OfUser::overQuota)
                .containsExactly(tuple(301, 1));
    }

    @Test
    void retryAfterComesWhereItIsWanted() {
        knobs("{\"answers\":{\"requestsPerMinute\":1,\"retryAfterSeconds\":30}}");
        phone.get(USER + "identity");

        assertThat(phone.get(USER + "identity").headers().firstValue("Retry-After")).hasValue("30");
        assertThat(new Phone(simulator).json("/simulator/google/usage").toString())
                .contains("\"mostInAMinute\":2,\"overQuota\":1");
    }

    @ParameterizedTest
    @CsvSource({
        "rateLimited, 429, RESOURCE_EXHAUSTED",
        "serverError, 500, INTERNAL",
        "expiredToken, 401, UNAUTHENTICATED",
        "invalidToken, 401, UNAUTHENTICATED",
        "insufficientScope, 403, PERMISSION_DENIED",
        "conflict, 409, ABORTED",
    })
    void faultsSpeakGooglesWords(String kind, int status, String word) {
        new Phone(simulator).post("/simulator/faults", "{\"kind\":\"" + kind + "\"}");

        HttpResponse<String> struck = phone.get(points("sleep"));

        assertThat(struck.statusCode()).isEqualTo(status);
        assertThat(GooglePhone.status(struck)).isEqualTo(word);
        assertThat(phone.get(points("sleep")).statusCode()).isEqualTo(200);
    }

    @Test
    void faultsSpareTheAuthorizationServerUnlessItsPathIsNamed() {
        simulator.failNext(Fault.serverError(503));
        assertThat(new Phone(simulator).post("/google/revoke", "token=x").statusCode())
                .isEqualTo(400);
        assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(503);

        simulator.failNext(Fault.serverError(503).onPath("/google/token"));
        assertThat(new Phone(simulator).post("/google/token", "").statusCode()).isEqualTo(503);
    }

    @Test
    void fitbitMayBeSwitchedOffWhileGoogleGoesOn() {
        simulator.turnOn(Switch.GONE);

        assertThat(new Phone(simulator).get("/1/user/-/profile.json").statusCode()).isEqualTo(410);
        assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(200);
    }

    @Test
    void aProjectThatIsNotLetInIsServiceDisabled() {
        knobs("{\"answers\":{\"serviceDisabled\":true}}");

        assertThat(GooglePhone.reason(phone.get(USER + "identity"))).isEqualTo("SERVICE_DISABLED");
    }

    @Test
    void callsAreWrittenDownWithTheirPerson() {
        phone.get(USER + "identity");

        assertThat(simulator.requests())
                .last()
                .satisfies(seen -> {
                    assertThat(seen.path()).isEqualTo("/google/v4/users/me/identity");
                    assertThat(seen.user()).isEqualTo(anna.id());
                });
    }

    @Test
    void knobsAreSetByNameAndUnknownOnesAreRefused() {
        Phone control = new Phone(simulator);

        HttpResponse<String> set =
                control.post("/simulator/google/knobs", "{\"consent\":{\"refreshTokenDays\":7}}");
        HttpResponse<String> unknown =
                control.post("/simulator/google/knobs", "{\"consent\":{\"days\":7}}");
        HttpResponse<String> otherType =
                control.post(
                        "/simulator/google/knobs", "{\"consent\":{\"refreshTokenDays\":true}}");

        assertThat(Phone.read(set).path("consent").path("refreshTokenDays").asInt()).isEqualTo(7);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("consent.days");
        assertThat(otherType.statusCode()).isEqualTo(400);
    }

    @Test
    void controlSetsAccountsEndsConsentsAndRings() {
        Phone control = new Phone(simulator);
        String user = "/simulator/users/" + anna.id() + "/google";

        assertThat(control.post(user, "{\"account\":\"notLinked\"}").statusCode()).isEqualTo(204);
        assertThat(GooglePhone.reason(phone.get(USER + "identity")))
                .isEqualTo("ACCOUNT_NOT_LINKED");
        assertThat(control.post(user + "/notifications", "{\"dataType\":\"steps\"}").body())
                .isEqualTo("{\"statuses\":[null]}");
        assertThat(control.delete(user + "/consent").statusCode()).isEqualTo(200);
        assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(401);
        assertThat(control.json("/simulator/google/users").toString())
                .contains(GoogleHealth.healthUserId(anna));
        assertThat(control.post("/simulator/google/keyset/rotation", "").statusCode())
                .isEqualTo(204);
        assertThat(control.json("/simulator/google/notifications").toString())
                .isEqualTo("{\"notifications\":[]}");
    }

    @Test
    void resetForgetsConsentsAndKnobs() {
        knobs("{\"consent\":{\"refreshTokenDays\":7}}");
        simulator.reset();

        assertThat(phone.get(USER + "identity").statusCode()).isEqualTo(401);
        assertThat(google.knobs().consent().refreshTokenDays()).isZero();
    }

    private void knobs(String change) {
        google.set(google.knobs().changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }
}
