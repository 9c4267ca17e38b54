package io.pulseline.pipeline.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.pipeline.CareTeamOf;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user shares, what a member of the care team reads of it, and when it ends. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class SharingTest {
    @Inject DataSource database;
    private CareTeamOf finn;
    private CareTeamOf hugo;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @BeforeEach
    void come() {
        finn = new CareTeamOf(Street.reader("finn"), database);
        hugo = new CareTeamOf(Street.reader("hugo"), database);
    }

    @AfterEach
    void leave() throws SQLException {
        finn.close();
        hugo.close();
    }

    private ValidatableResponse records(CareTeamOf of) {
        return read(of, "records?type=daily-summary");
    }

    private ValidatableResponse read(CareTeamOf of, String what) {
        return finn.carla().asks().get("/api/care/users/" + of.user().user() + "/" + what).then();
    }

    private ValidatableResponse shares(CareTeamOf of) {
        return of.user().asks().get("/api/me/shares").then().statusCode(200);
    }

    @Test
    void whatIsSharedIsReadUntilTheUserEndsIt() {
        finn.day(today);
        records(finn).statusCode(404);

        String share = finn.shared(today.plusDays(7)).getString("shareId");

        records(finn)
                .statusCode(200)
                .body("records.steps", hasItem(9342))
                .body("next", nullValue());
        read(finn, "days")
                .statusCode(200)
                .body("to", equalTo(today.toString()))
                .body("from", equalTo(today.minusDays(27).toString()))
                .body("days[0].date", equalTo(today.toString()))
                .body("days[0].steps", equalTo(9342))
                .body("days[0].restingHeartRateBeatsPerMinute", equalTo(57.0f))
                .body("days[0].nightAsleepMinutes", equalTo(402));
        records(hugo).statusCode(404);
        finn.user().asks().delete("/api/me/shares/" + share).then().statusCode(204);
        records(finn).statusCode(404);
        read(finn, "days").statusCode(404);
        finn.user().asks().delete("/api/me/shares/" + share).then().statusCode(204);
    }

    @Test
    void aShareEndsByItself() throws SQLException {
        String share = finn.shared(today).getString("shareId");
        records(finn).statusCode(200);

        finn.run("update share set ends_at = now() where share_id = '%s'".formatted(share));

        records(finn).statusCode(404);
        finn.carla()
                .asks()
                .get("/api/care/users")
                .then()
                .body("userId", not(hasItem(finn.user().user().toString())));
        shares(finn).body("[0].active", equalTo(false));
    }

    @Test
    void theLastDayEndsWhereTheUserIs() {
        String zone = "Pacific/Auckland";
        hugo.user()
                .asks()
                .body(Map.of("timeZone", zone))
                .put("/api/preferences")
                .then()
                .statusCode(200);
        LocalDate there = LocalDate.now(ZoneId.of(zone));
        try {
            JsonPath share = hugo.shared(there);

            assertThat(share.getString("endsAt"))
                    .isEqualTo(there.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant() + "");
        } finally {
            hugo.user().asks().body("{}").put("/api/preferences").then().statusCode(200);
        }
    }

    @Test
    void everyLookIsShownToTheUser() {
        finn.shared(today.plusDays(1));
        shares(finn).body("[0].looks", empty());

        records(finn).statusCode(200);
        read(finn, "days").statusCode(200);
        finn.carla().logged().accept("text/html").get("/care").then().statusCode(200);
        finn.carla()
                .logged()
                .accept("text/html")
                .get("/care/" + finn.user().user())
                .then()
                .statusCode(200);

        shares(finn)
                .body("[0].memberName", equalTo("carla"))
                .body("[0].looks", hasSize(1))
                .body("[0].looks[0].looks", equalTo(4));
    }

    @Test
    void theMemberSeesWhoSharesAndHowTheyWantToBeSeen() {
        finn.shared(today.plusDays(2));

        finn.carla()
                .asks()
                .get("/api/care/users")
                .then()
                .statusCode(200)
                .body("userId", contains(finn.user().user().toString()))
                .body("label", contains("Room 4"))
                .body("until", contains(today.plusDays(2).toString()));
        // Who is there is no look at how they are.
        shares(finn).body("[0].looks", empty());
    }

    @Test
    void sharingAgainTakesThePlaceOfTheShareBefore() {
        JsonPath first = finn.shared(today.plusDays(2));
        records(finn).statusCode(200);

        finn.user()
                .asks()
                .body(
                        Map.of(
                                "with", first.getString("memberId"),
                                "until", today.plusDays(366).toString()))
                .post("/api/me/shares")
                .then()
                .statusCode(201)
                .body("shareId", equalTo(first.getString("shareId")))
                .body("label", equalTo("finn"));

        shares(finn)
                .body("$", hasSize(1))
                .body("[0].until", equalTo(today.plusDays(366).toString()))
                .body("[0].looks[0].looks", equalTo(1));
    }

    @Test
    void anotherUsersShareDoesNotExist() {
        String share = finn.shared(today).getString("shareId");

        hugo.user().asks().delete("/api/me/shares/" + share).then().statusCode(404);
        shares(hugo).body("$", empty());
        records(finn).statusCode(200);
    }

    @Test
    void whoIsNotOfTheCareTeamReadsNobody() {
        finn.shared(today);
        String path = "/api/care/users/" + finn.user().user() + "/records?type=sleep";

        finn.user().asks().get(path).then().statusCode(403);
        hugo.user().asks().get(path).then().statusCode(403);
        hugo.user().asks().get("/api/care/users").then().statusCode(403);
        hugo.user().asks().post("/api/care/code").then().statusCode(403);
    }

    @Test
    void aCodeThatExpiredNamesNobody() throws SQLException {
        String code = finn.code();
        assertThat(finn.code()).isEqualTo(code);
        finn.carla().asks().get("/api/care/code").then().body("code", equalTo(code));
        finn.run("update care_code set expires_at = now() where code = '%s'".formatted(code));

        finn.user()
                .asks()
                .body(Map.of("with", code, "until", today.toString()))
                .post("/api/me/shares")
                .then()
                .statusCode(400)
                .body("errors.field", contains("with"));
        finn.carla().asks().get("/api/care/code").then().statusCode(404);
        assertThat(finn.code()).isNotEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | with, until",
                "{'with': 'CODE', 'until': 'soon'} | until",
                "{'with': 'CODE', 'until': '2020-01-01'} | until",
                "{'with': 'CODE', 'until': '2999-01-01'} | until",
                "{'with': '00000-00000', 'until': 'TODAY'} | with",
                "{'with': 'SELF', 'until': 'TODAY'} | with",
                "{'with': 'CODE', 'until': 'TODAY', 'label': ''} | label",
                "{'with': 'CODE', 'until': 'TODAY', 'forever': true} | forever",
            })
    void whatIsWrongIsNamed(String body, String fields) {
        finn.user()
                .asks()
                .body(
                        body.replace('\'', '"')
                                .replace("CODE", finn.code())
                                .replace("TODAY", today.toString())
                                .replace("SELF", finn.user().user().toString()))
                .post("/api/me/shares")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder(fields.split(", ")));
    }

    @Test
    void aWrongQuestionIsNamedAsForOnesOwnRecords() {
        finn.shared(today);

        read(finn, "records?type=dreams").statusCode(400).body("errors.field", contains("type"));
        read(finn, "days?from=2026-01-01&to=2026-12-31")
                .statusCode(400)
                .body("errors.field", contains("from"));
        read(finn, "days?to=then").statusCode(400).body("errors.field", contains("to"));
        finn.carla()
                .asks()
                .get("/api/care/users/" + UUID.randomUUID() + "/records?type=dreams")
                .then()
                .statusCode(404);
    }
}
