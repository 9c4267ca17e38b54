package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ConnectionsApiTest {
    @Inject ConnectionStore connections;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();

    private static String connects(SimulatedUser wearer) {
        String id = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        return id;
    }

    private static ValidatableResponse syncs(String id, String body) {
        return People.loggedIn("anna")
                .contentType("application/json")
                .body(body)
                .post("/api/connections/" + id + "/sync")
                .then();
    }

    private static ValidatableResponse sets(String login, String id, String window) {
        return People.loggedIn(login)
                .contentType("application/json")
                .body(window)
                .put("/api/connections/" + id + "/study-window")
                .then();
    }

    private long asked(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().contains("activities/list"))
                .count();
    }

    @Test
    void aConnectionShowsHowFarEachKindIsRead() {
        String id = connects(People.wearer());

        People.looksAt("anna", id)
                .then()
                .statusCode(200)
                .body("kinds.kind", hasItem("activity"))
                .body("kinds.find { it.kind == 'activity' }.lastSuccess", notNullValue())
                .body("kinds.find { it.kind == 'activity' }.nextDue", notNullValue())
                .body("kinds.find { it.kind == 'activity' }.watermark", notNullValue())
                .body("kinds.find { it.kind == 'activity' }", hasKey("postponedUntil"))
                .body("requestsLeft", lessThan(150))
                .body("backfill", nullValue())
                .body("studyWindow.first", nullValue());
        People.loggedIn("anna")
                .get("/api/connections")
                .then()
                .statusCode(200)
                .body("connectionId", hasItem(id));
    }

    @Test
    void whatIsAskedForIsReadNow() {
        SimulatedUser wearer = People.wearer();
        String id = connects(wearer);
        long before = asked(wearer);

        People.loggedIn("anna").post("/api/connections/" + id + "/sync").then().statusCode(202);

        await().atMost(Duration.ofSeconds(15)).until(() -> asked(wearer) > before);
        syncs(id, "{\"kinds\":[\"activity\"],\"from\":\"" + LocalDate.EPOCH + "\"}")
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"kinds\":[\"activity\",\"mood\"]} | kinds[1]",
                "{\"kinds\":\"activity\"} | kinds",
                "{\"from\":\"yesterday\"} | from",
                "{\"from\":\"9999-01-01\"} | from",
                "{\"since\":\"2026-01-01\"} | since",
                "[] | body",
                "{ | body"
            })
    void aFieldThatCannotBeTakenIsNamed(String body, String field) {
        String id = connects(People.wearer());

        syncs(id, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].reason", notNullValue());
    }

    @Test
    void nothingIsReadWithoutAConsent() {
        String id = connects(People.wearer());
        connections.revoke(UUID.fromString(id), "You removed our access.", fitbit.now());

        syncs(id, "{}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("The connection is REVOKED; connect again first."));
    }

    @Test
    void anotherUsersConnectionCannotBeAskedFor() {
        String id = connects(People.wearer());

        People.loggedIn("ben")
                .post("/api/connections/" + id + "/sync")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        People.loggedIn("ben").get("/api/connections/no-id").then().statusCode(404);
    }

    @Test
    void anOperatorSaysWhichDatesMayBeRead() {
        String id = connects(People.wearer());

        sets("otto", id, "{\"first\":\"2026-01-01\",\"last\":\"2026-06-30\"}")
                .statusCode(200)
                .body("first", equalTo("2026-01-01"))
                .body("last", equalTo("2026-06-30"));

        assertThat(connections.find(UUID.fromString(id)).orElseThrow().studyWindow())
                .isEqualTo(new StudyWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)));
        People.looksAt("anna", id).then().body("studyWindow.last", equalTo("2026-06-30"));
        sets("otto", id, "null").statusCode(200).body("first", nullValue());
        assertThat(connections.find(UUID.fromString(id)).orElseThrow().studyWindow())
                .isEqualTo(StudyWindow.OPEN);
    }

    @Test
    void nobodyElseSaysWhichDatesMayBeRead() {
        String id = connects(People.wearer());

        sets("anna", id, "{\"first\":\"2026-01-01\"}").statusCode(403);
        sets("otto", UUID.randomUUID().toString(), "{}").statusCode(404);
        sets("otto", id, "{\"first\":\"2026-02-01\",\"last\":\"2026-01-01\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("last"));
    }

    @Test
    void theApiIsDescribed() {
        People.loggedIn("anna")
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/connections/{id}/sync"))
                .body("paths.'/api/connections/{id}'.delete.summary", equalTo("Disconnect"))
                .body("components.schemas", hasKey("Connection"));
    }
}
