package io.pulseline.localstack.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.subscriber.Operator.Result;
import io.pulseline.simulator.http.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulator does not do: races, broken answers, a subscriber that fell asleep. */
class ScriptedAnswersTest {
    private static final String ENDPOINT = "https://health.example.org/webhooks/google-health";
    private static final String OTHERS =
            """
            {"subscribers":[{"name":"projects/1/subscribers/other","endpointUri":"https://other.example.org/",
             "futureMember":{"a":1}}],"nextPageToken":"next page"}\
            """;
    private static final String OURS =
            """
            {"subscribers":[{"name":"projects/1/subscribers/pulseline","endpointUri":"%s","state":"%s",
             "subscriberConfigs":[{"dataTypes":["steps"],"subscriptionCreatePolicy":"MANUAL"}],
             "endpointAuthorization":{"secretSet":true}}]}\
            """;
    private static final String CONFLICT =
            """
            {"error":{"code":409,"status":"ALREADY_EXISTS","message":"Requested entity already exists"}}\
            """;
    private static final String DONE =
            """
            {"name":"operations/1","done":true,"response":{"name":"projects/1/subscribers/pulseline",
             "endpointUri":"%s","endpointAuthorization":{"secretSet":true}}}\
            """
                    .formatted(ENDPOINT);

    @TempDir private Path root = Path.of(".");

    private final ScriptedGoogle google = new ScriptedGoogle();

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void whatSomebodyElseMadeInBetweenIsChanged() {
        google.then(200, "{}")
                .then(409, CONFLICT)
                .then(200, OURS.formatted(ENDPOINT, "ACTIVE"))
                .then(200, DONE);

        Result result = apply();

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("Changed").contains(": data types, secret.");
        assertThat(google.calls())
                .containsExactly(
                        "GET pageSize=1000",
                        "POST subscriberId=pulseline",
                        "GET pageSize=1000",
                        "PATCH updateMask=subscriberConfigs%2CendpointAuthorization");
    }

    @Test
    void aConflictWithWhatIsNotListedIsExplained() {
        google.then(200, "{}").then(409, CONFLICT).then(200, "{}");

        Result result = apply();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("409 ALREADY_EXISTS", "another --id");
    }

    @Test
    void everyPageIsLookedThrough() {
        google.then(200, OTHERS).then(200, OURS.formatted(ENDPOINT, "ACTIVE"));

        Result result = operator().types("show");

        assertThat(result.out()).contains("MANUAL", "1 data types: steps");
        assertThat(google.calls())
                .containsExactly("GET pageSize=1000", "GET pageSize=1000&pageToken=next+page");
    }

    @Test
    void pagesWithoutAnEndAreGivenUp() {
        for (int page = 0; page < 11; page++) {
            google.then(200, OTHERS);
        }

        assertThat(operator().types("show").err()).contains("more than 10000 subscribers");
        assertThat(google.calls()).hasSize(10);
    }

    @Test
    void aSubscriberThatFellAsleepIsVerifiedAgain() {
        google.then(200, OURS.formatted(ENDPOINT, "INACTIVE")).then(200, DONE);
        apply();
        google.then(200, OURS.formatted(ENDPOINT, "INACTIVE")).then(200, DONE);

        Result result = apply();

        assertThat(result.out()).contains("secret.");
    }

    @Test
    void anOperationThatEndedBadlyIsARefusal() {
        google.then(200, "{}")
                .then(
                        200,
                        "{\"name\":\"operations/1\",\"done\":true,\"error\":{\"code\":9,\"message\":\"Endpoint verification failed.\"}}");

        try (OurEndpoint endpoint = new OurEndpoint()) {
            Result result = operator().types("apply", "--endpoint", endpoint.url());

            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.err())
                    .contains(
                            "FAILED_PRECONDITION: Endpoint verification failed.",
                            "with the secret: 200, without it: 401.");
        }
    }

    @Test
    void anOperationThatGoesOnIsLookedAtOnce() {
        google.then(200, "{}").then(200, "{\"name\":\"operations/1\"}").then(200, "{}");

        Result result = apply();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("does not show it yet", "subscriber show");
    }

    @Test
    void manualSubscriptionsAreDeletedOnlyOnRequest() {
        String precondition =
                """
                {"error":{"code":400,"status":"FAILED_PRECONDITION","message":"It has subscriptions."}}\
                """;
        google.then(200, OURS.formatted(ENDPOINT, "ACTIVE")).then(400, precondition);
        Result refused = operator().types("delete");
        google.then(200, OURS.formatted(ENDPOINT, "ACTIVE")).then(200, "{}");
        Result forced = operator().types("delete", "--force");

        assertThat(refused.err()).contains("--force");
        assertThat(forced.out()).startsWith("Deleted");
        assertThat(google.calls()).last().isEqualTo("DELETE force=true");
    }

    @Test
    void anArgumentThatGoogleDoesNotTakeLeadsToTheOptionThatLeavesItOut() {
        google.then(200, "{}")
                .then(
                        400,
                        "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":\"Request contains\\nan invalid argument.\"}}");

        assertThat(apply().err())
                .contains(
                        "400 INVALID_ARGUMENT: Request contains an invalid argument.", "--without");
    }

    @Test
    void anApiThatIsNotSwitchedOnIsExplained() {
        google.then(
                403,
                "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\",\"details\":[{\"reason\":\"SERVICE_DISABLED\"}]}}");

        assertThat(operator().types("show").err())
                .contains("gcloud services enable health.googleapis.com --project 1");
    }

    @Test
    void aPageForPeopleAnEndlessAnswerAndNoAnswerAreExplained() {
        google.then(Answer.html(404, "<p>Not here"))
                .then(Answer.html(200, "<p>Welcome"))
                .then(Answer.of(200, "application/json", new byte[(1 << 20) + 1]));

        assertThat(operator().types("show").err()).contains("look at --api");
        assertThat(operator().types("show").err()).contains("not as the Google Health API");
        assertThat(operator().types("show").err()).contains("cannot be asked");
        google.close();
        assertThat(operator().types("show").err()).contains("cannot be asked");
    }

    @Test
    void theHelpNamesEverythingThatIsNeeded() {
        assertThat(operator().types("apply", "--help").out())
                .contains("--endpoint", "--without", "--resend-secret", "--project", "--json");
    }

    private Result apply() {
        return operator().types("apply", "--endpoint", ENDPOINT);
    }

    private Operator operator() {
        return new Operator(root).usually("--api", google.url(), "--project", "1");
    }
}
