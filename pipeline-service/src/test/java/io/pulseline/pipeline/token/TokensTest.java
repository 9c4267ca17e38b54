package io.pulseline.pipeline.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens from making to removing, and what is said to who sends a wrong one. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class TokensTest {
    private static final String ONE = "{\"name\": \"Notebook\", \"scopes\": [\"pipelines:read\"]}";

    private final Street elsa = Street.reader("elsa");
    private final Street finn = Street.reader("finn");
    private final OwnTokens tokens = new OwnTokens(elsa);
    @Inject DataSource database;

    @AfterEach
    void tidy() {
        tokens.close();
        finn.close();
    }

    private JsonPath made(String body) {
        return elsa.asks()
                .body(body)
                .post("/api/me/tokens")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification with(String token) {
        return given().auth().preemptive().oauth2(token);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aTokenActsAsItsUserAndIsShownOnce() {
        JsonPath made = made(ONE);
        String token = made.getString("token");
        String pipeline = elsa.pipeline(Street.kafkaTarget()).getString("pipelineId");

        with(token)
                .get("/api/pipelines")
                .then()
                .statusCode(200)
                .body("pipelineId", contains(pipeline));
        elsa.asks()
                .get("/api/me/tokens")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].tokenId", equalTo(made.getString("tokenId")))
                .body("[0].name", equalTo("Notebook"))
                .body("[0].scopes", contains("pipelines:read"))
                .body("[0].expired", equalTo(false))
                .body("[0].lastUsedOn", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
                .body("[0].containsKey('token')", equalTo(false));
        assertThat(
                        Duration.between(
                                Instant.parse(made.getString("createdAt")),
                                Instant.parse(made.getString("expiresAt"))))
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void onlyTheHashOfItIsKept() throws SQLException {
        String token = made(ONE).getString("token");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select cast(t as text) from api_token t where user_id = '"
                                        + elsa.user()
                                        + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(token.substring(4));
        }
    }

    @Test
    void aTokenThatWasNeverUsedSaysSo() {
        made(ONE);

        elsa.asks().get("/api/me/tokens").then().body("[0].lastUsedOn", nullValue());
    }

    @Test
    void aDateIsMeantToItsEnd() {
        LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        JsonPath made =
                made(
                        "{\"name\": \"a\", \"scopes\": [\"runs:read\", \"records:read\"], \"expiresAt\": \"%s\"}"
                                .formatted(date));

        assertThat(made.getString("expiresAt")).isEqualTo(date.plusDays(1) + "T00:00:00Z");
        assertThat(made.<String>getList("scopes")).containsExactly("records:read", "runs:read");
    }

    @Test
    void theSameRequestWithTheSameKeyMakesOneToken() {
        String key = UUID.randomUUID().toString();
        List<String> answers =
                List.of(1, 2).stream()
                        .map(_ ->
                                elsa.asks()
                                        .header("Idempotency-Key", key)
                                        .body(ONE)
                                        .post("/api/me/tokens")
                                        .then()
                                        .statusCode(201)
                                        .header("Cache-Control", "no-store")
                                        .extract()
                                        .<String>path("token"))
                        .toList();

        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        elsa.asks().get("/api/me/tokens").then().body("$", hasSize(1));
        elsa.asks()
                .header("Idempotency-Key", key)
                .body(ONE.replace("Notebook", "Other"))
                .post("/api/me/tokens")
                .then()
                .statusCode(422);
    }

    @Test
    void anotherUsersTokenCannotBeRemovedAndOnesOwnStopsAtOnce() {
        JsonPath made = made(ONE);
        String path = "/api/me/tokens/" + made.getString("tokenId");
        String token = made.getString("token");

        finn.asks().delete(path).then().statusCode(404);
        with(token).get("/api/pipelines").then().statusCode(200);
        elsa.asks().delete(path).then().statusCode(204);

        with(token)
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("status", equalTo(401))
                .body("detail", containsString("no such token"));
        elsa.asks().delete(path).then().statusCode(404);
    }

    @Test
    void anExpiredTokenIsToldFromAMistypedOne() throws SQLException {
        JsonPath made = made(ONE);
        String token = made.getString("token");
        run(
                "update api_token set expires_at = now() where token_id = '%s'"
                        .formatted(made.getString("tokenId")));

        with(token)
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .body("detail", containsString("expired"));
        with(token.substring(0, token.length() - 1))
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("not whole"))
                .body("detail", not(containsString("plt_")));
        // A browser is not sent to the login page for it.
        with(token).accept("text/html").get("/").then().statusCode(401);
        elsa.asks().get("/api/me/tokens").then().body("[0].expired", equalTo(true));
    }

    @Test
    void aTokenIsNotCalledWrongWhileNobodyCanTell() throws SQLException {
        String token = made(ONE).getString("token");
        run("alter table api_token rename to api_token_away");
        try {
            with(token)
                    .get("/api/pipelines")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5");
        } finally {
            run("alter table api_token_away rename to api_token");
        }

        with(token).get("/api/pipelines").then().statusCode(200);
    }

    @Test
    void aTokenOfAnOperatorIsNoOperator() {
        try (OwnTokens operators = new OwnTokens(Street.of("oskar", "operates"))) {
            String token = operators.make(Scope.words());

            with(token).get("/api/users/" + elsa.user() + "/tier").then().statusCode(403);
        }
    }

    @Test
    void otherBearerTokensGoOnToWhomTheyBelong() {
        with("not.one.of.ours")
                .get("/api/pipelines")
                .then()
                .statusCode(401)
                .body("detail", equalTo("Log in first."));
    }

    @Test
    void thereIsAnEndToHowManyOneMayHave() {
        for (int made = 0; made < Tokens.MOST; made++) {
            made(ONE);
        }

        elsa.asks()
                .body(ONE)
                .post("/api/me/tokens")
                .then()
                .statusCode(409)
                .body("detail", containsString("20 tokens"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | name, scopes",
                "{'name': ' ', 'scopes': ['runs:read']} | name",
                "{'name': 'a', 'scopes': []} | scopes",
                "{'name': 'a', 'scopes': ['runs:read', 'all']} | scopes[1]",
                "{'name': 'a', 'scopes': 'runs:read'} | scopes",
                "{'name': 'a', 'scopes': ['runs:read'], 'expiresAt': 'soon'} | expiresAt",
                "{'name': 'a', 'scopes': ['runs:read'], 'expiresAt': '2020-01-01'} | expiresAt",
                "{'name': 'a', 'scopes': ['runs:read'], 'expiresAt': '2999-01-01T00:00:00Z'} | expiresAt",
                "{'name': 'a', 'scopes': ['runs:read'], 'user': 'ben'} | user",
            })
    void whatIsWrongIsNamed(String body, String fields) {
        elsa.asks()
                .body(body.replace('\'', '"'))
                .post("/api/me/tokens")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder(fields.split(", ")));
    }

    @Test
    void theDescriptionOfTheApiShowsIt() {
        elsa.asks()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/me/tokens"));
    }
}
