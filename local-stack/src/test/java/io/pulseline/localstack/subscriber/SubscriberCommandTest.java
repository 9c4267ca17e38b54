package io.pulseline.localstack.subscriber;

import static io.pulseline.localstack.subscriber.OurEndpoint.NEXT_SECRET;
import static io.pulseline.localstack.subscriber.OurEndpoint.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.subscriber.Operator.Result;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.HealthScope;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.SimulatedUser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the simulator, which asks the endpoint as Google does. */
class SubscriberCommandTest {
    @TempDir private Path root = Path.of(".");

    private final FitbitSimulator simulator = FitbitSimulator.start();
    private final GoogleHealth google = simulator.googleHealth();
    private final OurEndpoint endpoint = new OurEndpoint();

    @BeforeEach
    void hurry() {
        knobs("{\"webhooks\":{\"probeDelayMilliseconds\":0}}");
    }

    @AfterEach
    void close() {
        simulator.close();
        endpoint.close();
    }

    @Test
    void theSubscriberIsCreatedOnceTheEndpointHasShownThatItKnowsTheSecret() {
        Result result = apply();

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("Created subscriber pulseline of project 192920988822.")
                .contains(endpoint.url().toString(), "19 data types", "heart-rate, heart-rate-var")
                .doesNotContain(SECRET, Operator.TOKEN);
        assertThat(endpoint.questions()).containsExactly(SECRET, "none");
        assertThat(operator().types("show").out()).contains("ACTIVE", "secret      set");
    }

    @Test
    void aSecondApplyChangesNothingAndNobodyIsAsked() {
        apply();

        Result second = apply();

        assertThat(second.exit()).isZero();
        assertThat(second.out()).startsWith("Nothing to do: subscriber pulseline");
        assertThat(endpoint.questions()).hasSize(2);
    }

    @Test
    void aMovedEndpointIsChangedAndNothingElse() {
        apply();
        try (OurEndpoint other = new OurEndpoint()) {
            Result moved = operator().types("apply", "--endpoint", other.url(), "--json");

            assertThat(moved.json().path("outcome").asText()).isEqualTo("changed");
            assertThat(moved.json().path("changed").toString()).isEqualTo("[\"endpointUri\"]");
            assertThat(moved.json().path("subscriber").path("endpoint").asText())
                    .isEqualTo(other.url().toString());
            assertThat(other.questions()).containsExactly(SECRET, "none");
        }
    }

    @Test
    void aNewSecretIsSentOnce() {
        apply();

        Operator rotating = operator().set(WebhookSecret.SETTING, NEXT_SECRET);
        Result first = rotating.types("apply", "--endpoint", endpoint.url());
        Result second = rotating.types("apply", "--endpoint", endpoint.url());

        assertThat(first.out()).startsWith("Changed subscriber").contains(": secret.");
        assertThat(second.out()).startsWith("Nothing to do");
        assertThat(endpoint.questions()).containsExactly(SECRET, "none", NEXT_SECRET, "none");
    }

    @Test
    void whereNobodyCanTellWhichSecretGoogleHasItIsSentAgain() throws IOException {
        apply();
        Path note = root.resolve(".pulseline/google-subscribers.properties");
        assertThat(Files.readString(note)).doesNotContain("0123456789abcdef");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                .isEqualTo("rw-------");
        Files.delete(note);

        assertThat(apply().out()).contains(": secret.");
        assertThat(apply().out()).startsWith("Nothing to do");
        assertThat(operator().types("apply", "--endpoint", endpoint.url(), "--resend-secret").out())
                .contains(": secret.");
    }

    @Test
    void dataTypesThatDifferAreChangedWithoutAQuestionToTheEndpoint() {
        operator().types("apply", "--endpoint", endpoint.url(), "--without", "weight,floors");

        Result result = apply();

        assertThat(result.out()).contains(": data types.", "19 data types", "floors", "weight");
        assertThat(endpoint.questions()).hasSize(2);
    }

    @Test
    void anEndpointThatKnowsAnotherSecretIsExplained() {
        endpoint.knows(NEXT_SECRET);

        Result result = apply();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains(
                        "400 FAILED_PRECONDITION",
                        "200 or 201",
                        "401 or 403",
                        "From here it answers with the secret: 401, without it: 401.",
                        "curl -i")
                .doesNotContain(SECRET, Operator.TOKEN);
        assertThat(operator().types("show").exit()).isEqualTo(1);
    }

    @Test
    void anEndpointThatAnswers204IsExplainedAndNothingIsChanged() {
        apply();
        endpoint.welcomesWith(204);

        Result result =
                operator()
                        .set(WebhookSecret.SETTING, NEXT_SECRET)
                        .types("apply", "--endpoint", endpoint.url(), "--json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.json().path("outcome").asText()).isEqualTo("failed");
        assertThat(result.json().path("wayOut").asText()).contains("with the secret: 204");
        endpoint.welcomesWith(200);
        assertThat(apply().out()).startsWith("Nothing to do");
    }

    @Test
    void aBareSubscriberIsUnderstoodAsTheOperationIs() {
        knobs("{\"webhooks\":{\"bareSubscriberAnswer\":true}}");

        Result result = operator().types("apply", "--endpoint", endpoint.url(), "--json");

        assertThat(result.json().path("outcome").asText()).isEqualTo("created");
        assertThat(result.json().path("subscriber").path("state").asText()).isEqualTo("ACTIVE");
        assertThat(result.json().path("subscriber").path("dataTypes")).hasSize(19);
    }

    @Test
    void aDeletedSubscriberIsGoneAndMayBeDeletedAgain() {
        apply();

        assertThat(operator().types("delete").out()).startsWith("Deleted subscriber pulseline");
        Result again = operator().types("delete");
        Result shown = operator().types("show", "--json");

        assertThat(again.exit()).isZero();
        assertThat(again.out()).startsWith("Nothing to do");
        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.json().path("outcome").asText()).isEqualTo("absent");
        assertThat(apply().out()).startsWith("Created");
    }

    @Test
    void aTokenThatIsOverIsExplained() {
        Result result = operator().set(AccessToken.SETTING, "ya29.of-yesterday").types("show");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .contains("401", "gcloud auth print-access-token")
                .doesNotContain("of-yesterday");
    }

    @Test
    void aPersonsTokenIsExplained() {
        SimulatedUser anna = simulator.hasUser("anna", ZoneId.of("Europe/Berlin"), 7);
        String token = google.hasConsent(anna, HealthScope.values()).accessToken();

        Result result = operator().set(AccessToken.SETTING, token).types("show");

        assertThat(result.err()).contains("403", "cloud-platform").doesNotContain(token);
    }

    @Test
    void anotherProjectsNumberIsExplained() {
        Result result =
                operator().types("apply", "--endpoint", endpoint.url(), "--project", "4711");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("403", "not the NUMBER", "health.subscribers");
    }

    @Test
    void aProjectsIdIsRefusedBeforeAnybodyIsAsked() {
        Result result = operator().types("show", "--project", "my-project");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("\"my-project\" is not a project number", "gcloud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/webhooks/google-health",
                "https://example.org/webhooks/fitbit",
                "https://example.org/webhooks/google-health?secret=1",
                "https://user@example.org/webhooks/google-health",
                "/webhooks/google-health"
            })
    void anEndpointThatCannotBeOursIsRefused(String wrong) {
        Result result = operator().types("apply", "--endpoint", wrong);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("ends in /webhooks/google-health");
    }

    @Test
    void googleItselfIsGivenNoPlainHttpEndpoint() {
        Result result = new Operator(root).types("apply", "--endpoint", endpoint.url());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "https://a@example.org", "health.googleapis.com"})
    void anApiToWhichNoTokenMayGoIsRefused(String wrong) {
        assertThat(new Operator(root).types("show", "--api", wrong).exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123456789abcdef", "Bearer short", "Bearer two words are too many"})
    void aSecretThatIsNoneIsRefusedAndNotShown(String wrong) {
        Result result =
                operator()
                        .set(WebhookSecret.SETTING, wrong)
                        .types("apply", "--endpoint", endpoint.url());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains(WebhookSecret.SETTING);
        assertThat(wrong.isEmpty() || !result.err().contains(wrong)).isTrue();
    }

    @Test
    void withoutATokenTheCommandSaysWhereToGetOne() {
        Result result = operator().set(AccessToken.SETTING, "").types("show");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("gcloud auth print-access-token");
    }

    @Test
    void theEndpointMayStandInTheFileOfSettings() throws IOException {
        Files.writeString(
                root.resolve(".env"),
                "PULSELINE_PUBLIC_URL=http://localhost:%d/\n".formatted(endpoint.url().getPort()));

        assertThat(operator().types("apply").out()).startsWith("Created");
    }

    @Test
    void anUnknownDataTypeCannotBeLeftOut() {
        Result result =
                operator().types("apply", "--endpoint", endpoint.url(), "--without", "weigth");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("weigth", "weight");
    }

    private Result apply() {
        return operator().types("apply", "--endpoint", endpoint.url());
    }

    private Operator operator() {
        return new Operator(root).usually("--api", URI.create(simulator.apiUrl() + "/google"));
    }

    private void knobs(String change) {
        google.set(google.knobs().changed(Json.read(change.getBytes(UTF_8), JsonNode.class)));
    }
}
