package io.pulseline.simulator;

import static io.pulseline.simulator.Phone.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.oauth.Scope;
import io.pulseline.simulator.oauth.TokenPair;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthTest {
    // The pair of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String TARGET = "redirect_uri=" + Parameters.encoded(CALLBACK);
    private static final String QUERY =
            "client_id=22B8M7&response_type=code&scope=activity+heartrate+sleep&state=a%2Bb%2F%3D&"
                    + TARGET
                    + "&code_challenge_method=S256&code_challenge="
                    + CHALLENGE;

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna <b>", Morning.BERLIN, 7);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void thePageShowsEveryPersonAndATickBoxPerScopeAskedFor() {
        HttpResponse<String> page = phone().get("/oauth2/authorize?" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("value=\"" + anna.id() + "\"", "anna &lt;b&gt;")
                .contains("value=\"activity\"", "value=\"heartrate\"", "value=\"sleep\"")
                .doesNotContain("value=\"location\"", "<b>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id=22B8M7|client_id=XXXXXX|Invalid client_id",
                "client_id=22B8M7&||Missing parameters: client_id",
                "response_type=code|response_type=tokens|Invalid response_type parameter value",
                "response_type=code&||Missing response_type parameter value",
                "localhost|example.org|Invalid redirect_uri parameter value",
                "S256|S512|Unsupported code_challenge_method",
                "cM|c|length must be between 43 and 128",
                "cM|c%2B|The code_challenge parameter is invalid",
                "activity|astrology|Invalid scopes: astrology",
            })
    void aWrongRequestIsAnHtmlPageAndNeverARedirect(
            String part, @Nullable String instead, String complaint) {
        String wrong = QUERY.replace(part, instead == null ? "" : instead);

        HttpResponse<String> page = phone().get("/oauth2/authorize?" + wrong);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains(complaint);
    }

    @Test
    void allowingRedirectsWithACodeAndTheStateUntouched() {
        HttpResponse<String> answer = allow("scope=activity&scope=heartrate");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(CALLBACK + "?code=")
                .endsWith("&state=a%2Bb%2F%3D#_=_");
    }

    @Test
    void theOriginalQueryMayStandInTheFormAsWell() {
        HttpResponse<String> answer =
                phone().post(
                                "/oauth2/authorize",
                                QUERY + "&decision=allow&scope=profile&user=" + anna.id());

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void denyingRedirectsWithAnError() {
        HttpResponse<String> answer =
                phone().post("/oauth2/authorize?" + QUERY, "decision=deny&user=" + anna.id());

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(CALLBACK + "?error=access_denied&error_description=")
                .contains("&state=a%2Bb%2F%3D");
    }

    @Test
    void aStrangerOrNoScopeAtAllIsAnErrorPage() {
        assertThat(
                        phone().post(
                                        "/oauth2/authorize?" + QUERY,
                                        "decision=allow&scope=activity&user=NOBODY")
                                .statusCode())
                .isEqualTo(400);
        assertThat(allow("x=y").statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeGivesTokensForTheTickedScopesOnly() {
        JsonNode tokens = Phone.read(exchange(code("scope=activity&scope=heartrate"), VERIFIER));

        assertThat(tokens.path("user_id").asText()).isEqualTo(anna.id());
        assertThat(tokens.path("scope").asText()).isEqualTo("activity heartrate");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(28_800);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("refresh_token").asText()).matches("[0-9a-f]{64}");
        assertThat(tokens.path("access_token").asText()).startsWith("eyJ").contains(".");
    }

    @Test
    void aCodeWorksOnce() {
        String code = code("scope=activity");
        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(200);

        HttpResponse<String> again = exchange(code, VERIFIER);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Phone.errorType(again)).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeLivesTenMinutesOfSimulatedTime() {
        String code = code("scope=activity");
        simulator.advance(Duration.ofMinutes(10));

        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void aVerifierThatDoesNotMatchIsRefusedAndUsesTheCodeUp() {
        String code = code("scope=activity");

        HttpResponse<String> wrong = exchange(code, VERIFIER.replace('d', 'e'));

        assertThat(Phone.errorType(wrong)).isEqualTo("invalid_grant");
        assertThat(exchange(code, VERIFIER).statusCode()).isEqualTo(400);
    }

    @Test
    void aMissingVerifierOrAnotherRedirectAddressIsRefused() {
        assertThat(
                        phone().asApplication()
                                .post(
                                        "/oauth2/token",
                                        "grant_type=authorization_code&code="
                                                + code("scope=activity")
                                                + "&"
                                                + TARGET)
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        phone().asApplication()
                                .post(
                                        "/oauth2/token",
                                        "grant_type=authorization_code&code="
                                                + code("scope=activity")
                                                + "&code_verifier="
                                                + VERIFIER)
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongSecretIsInvalidClient() {
        HttpResponse<String> answer =
                phone().asApplication("22B8M7:guess")
                        .post("/oauth2/token", "grant_type=refresh_token&refresh_token=x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Phone.errorType(answer)).isEqualTo("invalid_client");
        assertThat(phone().post("/oauth2/token", "grant_type=refresh_token").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRefreshTokenWorksOnceAndGivesANewPair() {
        TokenPair first = simulator.hasConsent(anna, Scope.PROFILE);

        JsonNode second = Phone.read(refresh(first.refreshToken()));

        assertThat(second.path("refresh_token").asText()).isNotEqualTo(first.refreshToken());
        assertThat(second.path("access_token").asText()).isNotEqualTo(first.accessToken());
        HttpResponse<String> again = refresh(first.refreshToken());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Phone.read(again).path("success").asBoolean()).isFalse();
        assertThat(Phone.errorType(again)).isEqualTo("invalid_grant");
        assertThat(refresh(second.path("refresh_token").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void theReplaySwitchRepeatsThePairForTwoMinutes() {
        simulator.turnOn(Switch.REFRESH_REPLAY);
        TokenPair first = simulator.hasConsent(anna, Scope.PROFILE);
        JsonNode second = Phone.read(refresh(first.refreshToken()));
        simulator.advance(Duration.ofMinutes(2));
        assertThat(Phone.read(refresh(first.refreshToken()))).isEqualTo(second);
        simulator.advance(Duration.ofSeconds(1));

        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(400);
    }

    @Test
    void theConflictSwitchAnswers409ToTheLoser() {
        simulator.turnOn(Switch.REFRESH_CONFLICT);
        TokenPair first = simulator.hasConsent(anna, Scope.PROFILE);
        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(200);

        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(409);
    }

    @Test
    void aNewConsentEndsTheOldRefreshTokenButNotTheOldAccessToken() {
        TokenPair first = simulator.hasConsent(anna, Scope.PROFILE);
        TokenPair second = simulator.hasConsent(anna, Scope.PROFILE);

        assertThat(refresh(first.refreshToken()).statusCode()).isEqualTo(400);
        assertThat(phone().as(first).get("/1/user/-/profile.json").statusCode()).isEqualTo(200);
        assertThat(refresh(second.refreshToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccessTokenLastsEightHours() {
        TokenPair tokens = simulator.hasConsent(anna, Scope.PROFILE);
        simulator.advance(Duration.ofHours(8).minusSeconds(1));
        assertThat(phone().as(tokens).get("/1/user/-/profile.json").statusCode()).isEqualTo(200);
        simulator.advance(Duration.ofSeconds(1));

        HttpResponse<String> late = phone().as(tokens).get("/1/user/-/profile.json");

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(Phone.errorType(late)).isEqualTo("expired_token");
    }

    @Test
    void noTokenAndAForeignTokenAreToldApart() {
        HttpResponse<String> none = phone().get("/1/user/-/profile.json");
        HttpResponse<String> foreign =
                phone().with("Authorization", "Bearer nonsense").get("/1/user/-/profile.json");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(Phone.errorType(none)).isEqualTo("invalid_request");
        assertThat(foreign.statusCode()).isEqualTo(401);
        assertThat(Phone.errorType(foreign)).isEqualTo("invalid_token");
    }

    @Test
    void revokingEndsEveryTokenOfThePerson() {
        TokenPair tokens = simulator.hasConsent(anna, Scope.PROFILE);

        HttpResponse<String> answer =
                phone().asApplication().post("/oauth2/revoke", "token=" + tokens.refreshToken());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(phone().as(tokens).get("/1/user/-/profile.json").statusCode()).isEqualTo(401);
        assertThat(refresh(tokens.refreshToken()).statusCode()).isEqualTo(400);
        assertThat(
                        phone().asApplication()
                                .post("/oauth2/revoke", "token=" + tokens.refreshToken())
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void introspectionAnswersInMilliseconds() {
        TokenPair tokens = simulator.hasConsent(anna, Scope.ACTIVITY);

        JsonNode known =
                Phone.read(
                        phone().as(tokens)
                                .post("/1.1/oauth2/introspect", "token=" + tokens.accessToken()));
        JsonNode unknown =
                Phone.read(phone().as(tokens).post("/1.1/oauth2/introspect", "token=other"));

        assertThat(known.path("active").asBoolean()).isTrue();
        assertThat(known.path("user_id").asText()).isEqualTo(anna.id());
        assertThat(known.path("scope").asText()).isEqualTo("{ACTIVITY=READ_WRITE}");
        assertThat(known.path("exp").asLong())
                .isEqualTo(Morning.TEN.plus(Duration.ofHours(8)).toEpochMilli());
        assertThat(unknown.path("active").asBoolean()).isFalse();
    }

    private Phone phone() {
        return new Phone(simulator);
    }

    private HttpResponse<String> allow(String ticks) {
        return phone().post(
                        "/oauth2/authorize?" + QUERY, ticks + "&decision=allow&user=" + anna.id());
    }

    private String code(String ticks) {
        String location = allow(ticks).headers().firstValue("Location").orElseThrow();
        String query = location.substring(location.indexOf('?') + 1, location.indexOf('#'));
        return Parameters.parse(query).first("code").orElseThrow();
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return phone().asApplication()
                .post(
                        "/oauth2/token",
                        "grant_type=authorization_code&client_id=22B8M7&code=%s&%s&code_verifier=%s"
                                .formatted(code, TARGET, verifier));
    }

    private HttpResponse<String> refresh(String token) {
        return phone().asApplication()
                .post("/oauth2/token", "grant_type=refresh_token&refresh_token=" + token);
    }
}
