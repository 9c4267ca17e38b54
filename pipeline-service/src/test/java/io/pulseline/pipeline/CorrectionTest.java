package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.health.Activity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user says of an activity against its source, and what history makes of it. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class CorrectionTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();

    private final Instant first =
            Instant.parse("2014-01-01T10:00:00Z")
                    .plus(Duration.ofDays(3L * TESTS.getAndIncrement()));

    private final Activity earlier =
            Activities.run(anna.user(), UUID.randomUUID().toString(), first);
    private final Activity later =
            Activities.run(
                    anna.user(), UUID.randomUUID().toString(), first.plus(Duration.ofDays(1)));

    private HistoryPipeline pipeline;

    @AfterEach
    void tidy() {
        anna.close();
        ben.close();
    }

    private static String path(Activity activity) {
        return "/api/activities/" + activity.getRecordId() + "/correction";
    }

    private ValidatableResponse corrected(Activity activity, String json) {
        return anna.asks().body(json).put(path(activity)).then();
    }

    /** Sums up the kilometres of runs on these two days. */
    @BeforeEach
    void goal() {
        LocalDate date = first.atOffset(ZoneOffset.ofHours(1)).toLocalDate();
        pipeline =
                HistoryPipeline.of(
                        anna,
                        """
                        {"id": "goals", "configuration": {"period": "dates", "firstDate": "%s",
                         "lastDate": "%s", "metric": "distance", "target": 100,
                         "activityTypes": ["RUN"]}}\
                        """
                                .formatted(date, date.plusDays(1)));
    }

    @Test
    void theNextRunsCountWithWhatIsCorrected() {
        assertThat(pipeline.said(earlier)).contains(" 5.1 of 100 km");
        assertThat(pipeline.said(later)).contains(" 10.2 of 100 km");

        corrected(earlier, "{\"distanceMetres\": 10000}")
                .statusCode(200)
                .body("distanceMetres", equalTo(10000.0f))
                .body("counts", equalTo(true))
                .body("activityType", nullValue());

        assertThat(pipeline.saidAgain(later)).contains(" 15.1 of 100 km");
        assertThat(pipeline.saidAgain(earlier)).contains(" 10 of 100 km");
        anna.asks()
                .get("/api/activities/" + earlier.getRecordId())
                .then()
                .body("distanceMetres", equalTo(5123.4f));

        corrected(earlier, "{\"activityType\": \"WALK\"}").statusCode(200);
        assertThat(pipeline.saidAgain(later)).contains(" 5.1 of 100 km");
        assertThat(pipeline.saidAgain(earlier)).isEqualTo("its type does not count for the goal");

        anna.asks().delete(path(earlier)).then().statusCode(204);
        assertThat(pipeline.saidAgain(later)).contains(" 10.2 of 100 km");
    }

    @Test
    void whatIsLeftOutCountsNowhereAndPassesItself() {
        var _ = pipeline.said(earlier);
        corrected(earlier, "{\"counts\": false}").statusCode(200);

        assertThat(pipeline.said(later)).contains(" 5.1 of 100 km");
        assertThat(pipeline.saidAgain(earlier)).isEqualTo("left out by its user");
    }

    @Test
    void aNewRevisionOfTheSourceLeavesTheCorrection() {
        var _ = pipeline.said(earlier);
        corrected(earlier, "{\"distanceMetres\": 10000, \"elevationGainMetres\": 12}")
                .statusCode(200);

        assertThat(pipeline.said(Activities.renamed(earlier, "Evening run")))
                .contains(" 10 of 100 km");
        assertThat(pipeline.said(later)).contains(" 15.1 of 100 km");
    }

    @Test
    void aDeletedActivityIsTakenBackFromTheSum() {
        var _ = pipeline.said(earlier);
        assertThat(pipeline.said(later)).contains(" 10.2 of 100 km");
        Activity gone = Activities.renamed(earlier, "Gone");
        gone.setDeleted(true);

        var _ = anna.publishedAndRun(Activities.hashed(gone), pipeline.runOf(gone));

        assertThat(pipeline.saidAgain(later)).contains(" 5.1 of 100 km");
    }

    @Test
    void withoutACorrectionThereIsOneThatChangesNothing() {
        var _ = pipeline.said(earlier);

        anna.asks()
                .get(path(earlier))
                .then()
                .statusCode(200)
                .body("counts", equalTo(true))
                .body("bestEfforts", equalTo(true))
                .body("activityType", nullValue())
                .body("distanceMetres", nullValue())
                .body("elevationGainMetres", nullValue());
        anna.asks().delete(path(earlier)).then().statusCode(204);
    }

    @Test
    void whatCannotBeTakenIsNamed() {
        var _ = pipeline.said(earlier);

        corrected(
                        earlier,
                        """
                        {"counts": "no", "activityType": "FLYING", "distanceMetres": -1,
                         "elevationGainMetres": "high", "bestEfforts": 0, "title": "Mine"}\
                        """)
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "counts",
                                "activityType",
                                "distanceMetres",
                                "elevationGainMetres",
                                "bestEfforts",
                                "title"));
        corrected(earlier, "[]").statusCode(400);
        corrected(earlier, "{").statusCode(400);
    }

    @Test
    void anActivityOfSomebodyElseIsNotThere() {
        var _ = pipeline.said(earlier);

        ben.asks().get(path(earlier)).then().statusCode(404);
        ben.asks().body("{\"counts\": false}").put(path(earlier)).then().statusCode(404);
        ben.asks().delete(path(earlier)).then().statusCode(404);
        anna.asks().get(path(earlier)).then().body("counts", equalTo(true));
        anna.asks().body("{}").put(path(later)).then().statusCode(404);
    }
}
