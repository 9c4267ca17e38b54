package io.pulseline.simulator;

import static io.pulseline.simulator.GooglePhone.CALLBACK;
import static io.pulseline.simulator.GooglePhone.CLIENT;
import static io.pulseline.simulator.GooglePhone.SECRET;
import static io.pulseline.simulator.GooglePhone.USER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.googlehealth.AccountState;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.GoogleTokens;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import io.pulseline.simulator.truth.SimulatedUser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleOAuthTest {
    // The pair of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String STEPS = HealthScope.ACTIVITY_AND_FITNESS_READONLY.text();
    private static final String NIGHTS = HealthScope.SLEEP_READONLY.text();
    private static final String QUERY =
            "client_id=%s&response_type=code&scope=%s&state=a%%2Bb&redirect_uri=%s&access_type=offline&prompt=consent&code_challenge_method=S256&code_challenge=%s"
                    .formatted(
                            CLIENT,
                            Parameters.encoded(STEPS + " " + NIGHTS),
                            Parameters.encoded(CALLBACK),
                            CHALLENGE);

    private final FitbitSimulator simulator = Morning.simulator();
    private final SimulatedUser anna = simulator.hasUser("anna", Morning.BERLIN, 7);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void thePageShowsEveryPersonAndATickBoxPerScopeAskedFor() {
        HttpResponse<String> page = phone().get("/google/o/oauth2/v2/auth?" + QUERY);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"" + anna.id() + "\"", "value=\"" + STEPS + "\"")
                .doesNotContain("location.readonly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id=1929|client_id=9999|OAuth client was not found",
                "localhost|example.org|redirect_uri_mismatch",
                "response_type=code|response_type=token|unsupported_response_type",
                "activity_and_fitness.readonly|astrology|invalid_scope",
                "offline|sometimes|access_type",
                "S256|S512|code_challenge_method",
            })
    void aWrongRequestIsAnHtmlPageAndNeverARedirect(String part, String instead, String said) {
        HttpResponse<String> page =
                phone().get("/google/o/oauth2/v2/auth?" + QUERY.replace(part, instead));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains(said);
    }

    @Test
    void allowingRedirectsWithCodeScopeAndState() {
        String location = location(decide("decision=allow&user=%s&scope=%s", NIGHTS));

        assertThat(location).startsWith(CALLBACK + "?").endsWith("&state=a%2Bb");
        assertThat(parameters(location).first("scope")).hasValue(NIGHTS);
        assertThat(parameters(location).first("code"))
                .hasValueSatisfying(code -> assertThat(code).startsWith("4/0A"));
    }

    @Test
    void denyingOrTickingNothingRedirectsWithAccessDenied() {
        assertThat(location(decide("decision=deny&user=%s&x=%s", "")))
                .isEqualTo(CALLBACK + "?error=access_denied&state=a%2Bb");
        assertThat(location(decide("decision=allow&user=%s&x=%s", "")))
                .contains("error=access_denied");
    }

    @Test
    void aCodeGivesTokensForTheTickedScopesOnly() {
        JsonNode tokens = Phone.read(exchange(code(NIGHTS), VERIFIER));

        assertThat(tokens.path("access_token").asText()).startsWith("ya29.");
        assertThat(tokens.path("refresh_token").asText()).startsWith("1//");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(tokens.path("scope").asText()).isEqualTo(NIGHTS);
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.has("refresh_token_expires_in")).isFalse();
        assertThat(tokens.has("user_id")).isFalse();
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsVerifier() {
        String code = code(STEPS);

        HttpResponse<String> wrong = exchange(code, VERIFIER.replace('d', 'e'));
        HttpResponse<String> usedUp = exchange(code, VERIFIER);
        HttpResponse<String> malformed = exchange("nonsense", VERIFIER);

        assertThat(error(wrong)).isEqualTo("400 invalid_grant Invalid code verifier.");
        assertThat(error(usedUp)).isEqualTo("400 invalid_grant Bad Request");
        assertThat(error(malformed)).isEqualTo("400 invalid_grant Malformed auth code.");
    }

    @Test
    void refreshTokensCanBeUsedAgainAndAreNotReplaced() {
        GoogleTokens tokens = consent();

        JsonNode first = Phone.read(refresh(tokens));
        JsonNode second = Phone.read(refresh(tokens));

        assertThat(first.has("refresh_token")).isFalse();
        assertThat(second.path("access_token").asText())
                .startsWith("ya29.")
                .isNotEqualTo(first.path("access_token").asText());
    }

    @Test
    void refreshTokensRotateWhereThatIsWanted() {
        knobs("{\"consent\":{\"refreshTokenRotates\":true}}");
        GoogleTokens tokens = consent();

        JsonNode renewed = Phone.read(refresh(tokens));

        assertThat(renewed.path("refresh_token").asText()).startsWith("1//");
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
    }

    @Test
    void inTestingModeRefreshTokensEndAfterSevenDaysWhateverOneDoes() {
        knobs("{\"consent\":{\"refreshTokenDays\":7}}");
        GoogleTokens tokens = consent();
        assertThat(tokens.refreshSeconds()).isEqualTo(604_799);

        simulator.advance(Duration.ofDays(6));
        assertThat(refresh(tokens).statusCode()).isEqualTo(200);
        simulator.advance(Duration.ofDays(1));

        assertThat(error(refresh(tokens)))
                .isEqualTo("400 invalid_grant Token has been expired or revoked.");
    }

    @Test
    void theOldestOfTooManyRefreshTokensDiesSilently() {
        knobs("{\"consent\":{\"refreshTokensPerUser\":2}}");
        GoogleTokens oldest = consent();
        GoogleTokens second = consent();
        consent();

        assertThat(refresh(oldest).statusCode()).isEqualTo(400);
        assertThat(refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutOfflineAccessThereIsNoRefreshToken() {
        String online = QUERY.replace("offline", "online");

        JsonNode tokens = Phone.read(exchange(code(online, STEPS), VERIFIER));

        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void aRepeatedConsentGivesARefreshTokenOnlyWhenAskedToConsentAgain() {
        String quiet = QUERY.replace("&prompt=consent", "");

        JsonNode first = Phone.read(exchange(code(quiet, STEPS), VERIFIER));
        JsonNode again = Phone.read(exchange(code(quiet, STEPS), VERIFIER));
        JsonNode asked = Phone.read(exchange(code(QUERY, STEPS), VERIFIER));

        assertThat(first.has("refresh_token")).isTrue();
        assertThat(again.has("refresh_token")).isFalse();
        assertThat(asked.has("refresh_token")).isTrue();
    }

    @Test
    void theClientProvesItselfInTheBodyOrTheHeader() {
        GoogleTokens tokens = consent();
        String form = "grant_type=refresh_token&refresh_token=" + encoded(tokens.refreshToken());

        HttpResponse<String> header =
                phone().asApplication(CLIENT + ":" + SECRET).post("/google/token", form);
        HttpResponse<String> wrong =
                phone().post(
                                "/google/token",
                                form + "&client_id=" + CLIENT + "&client_secret=wrong");

        assertThat(header.statusCode()).isEqualTo(200);
        assertThat(error(wrong)).isEqualTo("401 invalid_client Unauthorized");
    }

    @Test
    void revokingEitherTokenEndsTheConsent() {
        GoogleTokens tokens = consent();

        HttpResponse<String> revoked =
                phone().post("/google/revoke", "token=" + encoded(tokens.accessToken()));
        HttpResponse<String> unknown =
                phone().post("/google/revoke", "token=" + encoded(tokens.accessToken()));

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(refresh(tokens).statusCode()).isEqualTo(400);
        assertThat(error(unknown)).startsWith("400 invalid_token");
        assertThat(
                        GooglePhone.of(simulator, tokens.accessToken())
                                .get(USER + "identity")
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void identityNamesTheSamePersonForBothProviders() {
        JsonNode identity = all().json(USER + "identity");

        assertThat(identity.path("name").asText()).isEqualTo("users/me/identity");
        assertThat(identity.path("legacyUserId").asText()).isEqualTo(anna.id());
        assertThat(identity.path("healthUserId").asText())
                .matches("\\d{19}")
                .isEqualTo(GoogleHealth.healthUserId(anna));
        assertThat(identity.size()).isEqualTo(3);
    }

    @Test
    void theOwnNumberMayStandForMeAndNobodyElses() {
        String own = "/google/v4/users/" + GoogleHealth.healthUserId(anna);

        assertThat(all().get(own + "/identity").statusCode()).isEqualTo(200);
        assertThat(all().get("/google/v4/users/123/identity").statusCode()).isEqualTo(403);
    }

    @Test
    void settingsTellTheZoneAndProfileTheAge() {
        JsonNode settings = all().json(USER + "settings");
        JsonNode profile = all().json(USER + "profile");

        assertThat(settings.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(settings.path("utcOffset").asText()).isEqualTo("3600s");
        assertThat(profile.path("age").asInt()).isBetween(22, 58);
    }

    @Test
    void pairedDevicesTellTheLastSync() {
        JsonNode device = all().json(USER + "pairedDevices").path("pairedDevices").path(0);

        assertThat(device.path("lastSyncTime").asText()).isEqualTo("2026-03-27T10:00:00Z");
        assertThat(device.path("deviceType").asText()).isEqualTo("TRACKER");
        assertThat(all().json("/google/v4/" + device.path("name").asText())).isEqualTo(device);
    }

    @Test
    void anyReadScopeOpensIdentityAndNoneOfThemSettings() {
        GooglePhone sleeper = GooglePhone.of(simulator, anna, HealthScope.SLEEP_READONLY);

        assertThat(sleeper.get(USER + "identity").statusCode()).isEqualTo(200);
        assertThat(sleeper.get(USER + "settings").statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountThatIsNotReadyRefusesEveryCall() {
        simulator.googleHealth().hasAccount(anna.id(), AccountState.NOT_LINKED);
        HttpResponse<String> notLinked = all().get(USER + "identity");
        simulator.googleHealth().hasAccount(anna.id(), AccountState.WITHOUT_PROFILE);
        HttpResponse<String> noProfile = all().get(USER + "identity");

        assertThat(notLinked.statusCode()).isEqualTo(400);
        assertThat(GooglePhone.reason(notLinked)).isEqualTo("ACCOUNT_NOT_LINKED");
        assertThat(notLinked.body()).contains("https://fitbit.google.com/auth/signup");
        assertThat(noProfile.statusCode()).isEqualTo(412);
    }

    private GooglePhone all() {
        return GooglePhone.ofAll(simulator, anna);
    }

    private GoogleTokens consent() {
        return simulator.googleHealth().hasConsent(anna, HealthScope.SLEEP_READONLY);
    }

    private void knobs(String change) {
        GoogleHealth google = simulator.googleHealth();
        google.set(google.knobs().changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }

    private Phone phone() {
        return new Phone(simulator);
    }

    private HttpResponse<String> decide(String form, String scope) {
        return phone().post(
                        "/google/o/oauth2/v2/auth?" + QUERY,
                        form.formatted(anna.id(), Parameters.encoded(scope)));
    }

    private String code(String scope) {
        return code(QUERY, scope);
    }

    private String code(String query, String scope) {
        HttpResponse<String> answer =
                phone().post(
                                "/google/o/oauth2/v2/auth?" + query,
                                "decision=allow&user=%s&scope=%s"
                                        .formatted(anna.id(), Parameters.encoded(scope)));
        return parameters(location(answer)).first("code").orElseThrow();
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return phone().post(
                        "/google/token",
                        "grant_type=authorization_code&client_id=%s&client_secret=%s&code=%s&redirect_uri=%s&code_verifier=%s"
                                .formatted(
                                        CLIENT,
                                        SECRET,
                                        encoded(code),
                                        encoded(CALLBACK),
                                        verifier));
    }

    private HttpResponse<String> refresh(GoogleTokens tokens) {
        return phone().post(
                        "/google/token",
                        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
                                .formatted(CLIENT, SECRET, encoded(tokens.refreshToken())));
    }

    private static String encoded(@Nullable String text) {
        return Parameters.encoded(Objects.requireNonNull(text));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Parameters parameters(String location) {
        return Parameters.parse(URI.create(location).getRawQuery());
    }

    private static String error(HttpResponse<String> answer) {
        JsonNode document = Phone.read(answer);
        return "%d %s %s"
                .formatted(
                        answer.statusCode(),
                        document.path("error").asText(),
                        document.path("error_description").asText());
    }
}
