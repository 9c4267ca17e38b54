package io.pulseline.ingest.migration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.ConnectionCondition;
import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class MigrationTest {
    private static final String ALL = "/api/migration";

    /** Nobody has tokens here, and nothing is due. */
    private static final String CONNECTION =
            """
            INSERT INTO connection (id, user_id, provider, provider_user_id, state, reason,
                                    connected_at, changed_at, state_since, published)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $7, true)
            """;

    @Inject Statements statements;

    private final Streams streams = new Streams();
    private final UUID user = UUID.randomUUID();

    private static Instant now() {
        return SimulatedFitbit.simulator().now();
    }

    private UUID has(UUID who, String provider, String state, @Nullable String reason) {
        UUID id = UUID.randomUUID();
        Instant since = now().minus(Duration.ofDays(3));
        statements.rows(CONNECTION, id, who, provider, "played-" + id, state, reason, since);
        return id;
    }

    private static ValidatableResponse asks(String query) {
        return People.loggedIn("otto").get(ALL + query).then();
    }

    /** The user's entry, whatever page it is on. */
    private static Response entryOf(UUID who) {
        for (String after = ""; ; ) {
            Response page = People.loggedIn("otto").get(ALL + "?limit=200" + after);
            List<String> ids = page.then().statusCode(200).extract().path("users.userId");
            if (ids.contains(who.toString())) {
                return page;
            }
            String next = page.path("next");
            assertThat(next).as("the page after %s", ids).isNotNull();
            after = "&after=" + next;
        }
    }

    private static ValidatableResponse entry(UUID who) {
        return entryOf(who).then().rootPath("users.find { it.userId == '" + who + "' }");
    }

    private static Response reminds(UUID who) {
        return People.loggedIn("otto").post(ALL + "/" + who + "/reminders");
    }

    @Test
    void whoIsOnFitbitOnlyIsShownWithTheReason() {
        UUID fitbit =
                has(
                        user,
                        OpenSets.Provider.FITBIT,
                        ConnectionState.NEEDS_REAUTHORIZATION,
                        "switched off");

        entry(user)
                .body("status", equalTo("FITBIT_ONLY"))
                .body("fitbit.connectionId", equalTo(fitbit.toString()))
                .body("fitbit.state", equalTo("NEEDS_REAUTHORIZATION"))
                .body("fitbit.reason", equalTo("switched off"))
                .body("fitbit.since", notNullValue())
                .body("googleHealth", nullValue())
                .body("remindedAt", nullValue())
                .body("linkExpiresAt", nullValue());
    }

    @Test
    void whoHasMovedIsShownWithBothConnections() {
        has(user, OpenSets.Provider.FITBIT, ConnectionState.DISCONNECTED, "moved");
        UUID google = has(user, OpenSets.Provider.GOOGLE_HEALTH, ConnectionState.CONNECTED, null);

        entry(user)
                .body("status", equalTo("MOVED"))
                .body("fitbit.state", equalTo("DISCONNECTED"))
                .body("googleHealth.connectionId", equalTo(google.toString()))
                .body("googleHealth.state", equalTo("CONNECTED"));
    }

    @Test
    void whoNeverHadFitbitIsOnGoogleOnlyAndWhoWentBackIsOnFitbitOnly() {
        UUID newcomer = UUID.randomUUID();
        has(newcomer, OpenSets.Provider.GOOGLE_HEALTH, ConnectionState.CONNECTED, null);
        has(
                user,
                OpenSets.Provider.GOOGLE_HEALTH,
                ConnectionState.DISCONNECTED,
                "You disconnected.");
        has(user, OpenSets.Provider.FITBIT, ConnectionState.CONNECTED, null);

        entry(newcomer).body("status", equalTo("GOOGLE_ONLY")).body("fitbit", nullValue());
        entry(user).body("status", equalTo("FITBIT_ONLY"));
    }

    @Test
    void ofSeveralConnectionsTheOneThatIsReadSpeaks() {
        has(user, OpenSets.Provider.FITBIT, ConnectionState.REVOKED, "gone");
        UUID read = has(user, OpenSets.Provider.FITBIT, ConnectionState.CONNECTED, null);
        has(user, OpenSets.Provider.FITBIT, ConnectionState.REVOKED, "gone");

        entry(user).body("fitbit.connectionId", equalTo(read.toString()));
    }

    @Test
    void everybodyIsCountedAndPagesFollowEachOther() {
        int before = asks("").statusCode(200).extract().path("counts.MOVED");
        for (int count = 0; count < 3; count++) {
            UUID mover = UUID.randomUUID();
            has(mover, OpenSets.Provider.FITBIT, ConnectionState.DISCONNECTED, "moved");
            has(mover, OpenSets.Provider.GOOGLE_HEALTH, ConnectionState.CONNECTED, null);
        }

        asks("?status=MOVED&limit=2")
                .statusCode(200)
                .body("counts.MOVED", equalTo(before + 3))
                .body("counts", hasKey("GOOGLE_ONLY"))
                .body("users.status", everyItem(equalTo("MOVED")))
                .body("users.size()", equalTo(2));
        String second = asks("?status=MOVED&limit=2").extract().path("users[1].userId");
        String next = asks("?status=MOVED&limit=1").extract().path("next");
        asks("?status=MOVED&limit=1&after=" + next).body("users[0].userId", equalTo(second));
        asks("?status=MOVED&after=" + new UUID(-1, -1))
                .body("users.size()", equalTo(0))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "status=LOST,status",
        "limit=0,limit",
        "limit=201,limit",
        "limit=many,limit",
        "after=7,after"
    })
    void aParameterThatCannotBeTakenIsNamed(String query, String field) {
        asks("?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void itIsForOperatorsOnly() {
        has(user, OpenSets.Provider.FITBIT, ConnectionState.CONNECTED, null);

        People.loggedIn("anna").get(ALL).then().statusCode(403);
        People.loggedIn("anna").post(ALL + "/" + user + "/reminders").then().statusCode(403);
        given().get(ALL).then().statusCode(401);
        given().post(ALL + "/" + user + "/reminders").then().statusCode(401);
    }

    @Test
    void aReminderIsALinkThatOthersHearOfWithoutTheLink() {
        UUID fitbit =
                has(
                        user,
                        OpenSets.Provider.FITBIT,
                        ConnectionState.NEEDS_REAUTHORIZATION,
                        "switched off");

        Response reminder = reminds(user);

        reminder.then()
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("userId", equalTo(user.toString()))
                .body("link", containsString("/connect/google-health?invite="))
                .body("expiresAt", notNullValue());
        String link = reminder.path("link");
        Instant expiresAt = Instant.parse(reminder.<String>path("expiresAt"));
        assertThat(expiresAt)
                .isBetween(now().plus(Duration.ofDays(13)), now().plus(Duration.ofDays(14)));
        entry(user)
                .body("remindedAt", notNullValue())
                .body("linkExpiresAt", equalTo(expiresAt.toString()))
                .body("fitbit.since", not(equalTo(reminder.<String>path("remindedAt"))));
        ConnectionChanged told =
                streams.awaitConnection(
                        fitbit.toString(), changed -> !changed.getConditions().isEmpty());
        assertThat(told.getConditions())
                .extracting(ConnectionCondition::getType)
                .containsExactly("MOVE_TO_GOOGLE_HEALTH");
        assertThat(told.getConditions().getFirst().getMessage())
                .contains(expiresAt.toString())
                .doesNotContain("invite");
        assertThat(told.toString()).doesNotContain(link.substring(link.indexOf('=') + 1));
        assertThat(told.getState()).isEqualTo(ConnectionState.NEEDS_REAUTHORIZATION);
    }

    @Test
    void aSecondReminderIsToldToo() {
        UUID fitbit = has(user, OpenSets.Provider.FITBIT, ConnectionState.CONNECTED, null);
        String first = reminds(user).then().statusCode(201).extract().path("expiresAt");
        streams.awaitConnection(fitbit.toString(), changed -> changed.toString().contains(first));
        SimulatedFitbit.simulator().advance(Duration.ofMinutes(2));

        String second = reminds(user).then().statusCode(201).extract().path("expiresAt");

        assertThat(second).isNotEqualTo(first);
        streams.awaitConnection(fitbit.toString(), changed -> changed.toString().contains(second));
        entry(user).body("linkExpiresAt", equalTo(second));
    }

    @Test
    void thereIsNothingToRemindOfWhoHasMovedOrNeverCame() {
        has(user, OpenSets.Provider.FITBIT, ConnectionState.DISCONNECTED, "moved");
        has(user, OpenSets.Provider.GOOGLE_HEALTH, ConnectionState.CONNECTED, null);

        reminds(user)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("already"));
        reminds(UUID.randomUUID()).then().statusCode(404);
    }
}
