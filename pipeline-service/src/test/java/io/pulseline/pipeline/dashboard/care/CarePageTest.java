package io.pulseline.pipeline.dashboard.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.pulseline.pipeline.CareTeamOf;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of the care team. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class CarePageTest {
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

    private static Response page(Street of, String path) {
        return of.logged().accept("text/html").get(path);
    }

    private ValidatableResponse carlas(String path) {
        return page(finn.carla(), path).then();
    }

    @Test
    void whoSharesIsListedWithTheLatestFigures() {
        finn.day(today);
        finn.shared(today.plusDays(3));

        carlas("/care")
                .statusCode(200)
                .body(containsString("Room 4"))
                .body(containsString("href=\"/care/" + finn.user().user() + "\""))
                .body(containsString("6 h 42 min"))
                .body(containsString("9,342"))
                .body(containsString("57 bpm"))
                .body(containsString("today"));
    }

    @Test
    void withoutSharesThereIsACodeToHandOut() throws SQLException {
        finn.run("delete from care_code");
        carlas("/care")
                .statusCode(200)
                .body(containsString("Nobody shares with you"))
                .body(containsString("data-api=\"POST /api/care/code\""));

        String code = finn.code();

        carlas("/care").body(containsString(code));
    }

    @Test
    void daysOfOneUserStandInATableAndAChart() {
        finn.day(today);
        finn.day(today.minusDays(2));
        finn.shared(today.plusDays(3));

        carlas("/care/" + finn.user().user())
                .statusCode(200)
                .body(containsString("<h1>Room 4</h1>"))
                .body(containsString("data-chart="))
                .body(containsString("9,342"))
                .body(containsString("6.81 km"))
                .body(containsString("aria-current=\"page\""));
    }

    @Test
    void whatWasNotMeasuredIsNotDrawn() throws SQLException {
        try (CareTeamOf gwen = new CareTeamOf(Street.reader("gwen"), database)) {
            gwen.dayWithoutNight(today);
            gwen.shared(today);

            String page = carlas("/care/" + gwen.user().user()).extract().asString();

            assertThat(page.split("data-chart=", -1)).hasSize(2);
            assertThat(page).contains("Steps and resting heart rate").contains("9,342");
        }
    }

    @Test
    void aUserWithoutDataIsSaidToHaveNone() {
        hugo.shared(today);

        carlas("/care").statusCode(200).body(containsString("–"));
        carlas("/care/" + hugo.user().user())
                .statusCode(200)
                .body(containsString("There is nothing of the last 28 days."));
    }

    @Test
    void whoDoesNotShareIsNotThere() {
        carlas("/care/" + finn.user().user()).statusCode(404);
    }

    @Test
    void othersDoNotSeeThePage() {
        page(finn.user(), "/care").then().statusCode(403);
        page(finn.user(), "/").then().statusCode(200).body(not(containsString("href=\"/care\"")));
        carlas("/").statusCode(200).body(containsString("href=\"/care\""));
    }
}
