package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.pulseline.contracts.health.Activity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose measurement counts where two devices measured one workout. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class PreferencesTest {
    /** All tests share one database: each has times of its own. */
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Street anna = Street.anna();
    private final Street ben = Street.ben();
    private final Instant end =
            Instant.parse("2019-01-01T10:00:00Z")
                    .plus(Duration.ofDays(3L * TESTS.getAndIncrement()));

    private final Activity watch = Activities.run(anna.user(), UUID.randomUUID().toString(), end);
    private final Activity phone = phone();

    @AfterEach
    void tidy() {
        prefers("null").statusCode(200);
        anna.close();
        ben.close();
    }

    /** The same run, a minute later and two kilometres longer. */
    private Activity phone() {
        Activity run =
                Activities.run(
                        anna.user(), UUID.randomUUID().toString(), end.plus(Duration.ofMinutes(1)));
        run.getProvenance().setProvider("GOOGLE_HEALTH");
        run.setDistanceMetres(7000.0);
        return Activities.hashed(run);
    }

    private ValidatableResponse prefers(String provider) {
        return anna.asks()
                .body("{\"preferredProvider\": " + provider + "}")
                .put("/api/preferences")
                .then();
    }

    private HistoryPipeline goal() {
        String date = end.toString().substring(0, "2019-01-01".length());
        return HistoryPipeline.of(
                anna,
                """
                {"id": "goals", "configuration": {"period": "dates", "firstDate": "%s",
                 "lastDate": "%s", "metric": "distance", "target": 100}}\
                """
                        .formatted(date, date));
    }

    @Test
    void thePreferredProvidersMeasurementCounts() {
        HistoryPipeline pipeline = goal();
        prefers("\"GOOGLE_HEALTH\"").statusCode(200);
        var _ = pipeline.said(watch);

        assertThat(pipeline.said(phone)).contains(" 7 of 100 km");
        assertThat(pipeline.saidAgain(watch))
                .isEqualTo("counted with the same workout from GOOGLE_HEALTH");

        prefers("\"FITBIT\"").statusCode(200).body("preferredProvider", equalTo("FITBIT"));

        assertThat(pipeline.saidAgain(phone))
                .isEqualTo("counted with the same workout from FITBIT");
        assertThat(pipeline.saidAgain(watch)).contains(" 5.1 of 100 km");
    }

    @Test
    void anActivityNamesTheOthersOfTheSameWorkout() {
        HistoryPipeline pipeline = goal();
        prefers("\"GOOGLE_HEALTH\"").statusCode(200);
        var _ = pipeline.said(watch);
        activity(watch).body("sameWorkout", empty());
        var _ = pipeline.said(phone);

        activity(watch)
                .body("sameWorkout.recordId", contains(phone.getRecordId()))
                .body("sameWorkout.provider", contains("GOOGLE_HEALTH"))
                .body("sameWorkout.counts", contains(true));
        activity(phone)
                .body("sameWorkout.recordId", contains(watch.getRecordId()))
                .body("sameWorkout.counts", contains(false));

        anna.asks()
                .body("{\"counts\": false}")
                .put("/api/activities/" + phone.getRecordId() + "/correction")
                .then()
                .statusCode(200);
        activity(watch).body("sameWorkout.counts", contains(false));
        activity(phone).body("sameWorkout.counts", contains(true));
        assertThat(pipeline.saidAgain(watch)).contains(" 5.1 of 100 km");
    }

    private ValidatableResponse activity(Activity activity) {
        return anna.asks().get("/api/activities/" + activity.getRecordId()).then().statusCode(200);
    }

    @Test
    void theyAreEachUsersOwn() {
        prefers("\"FILE\"").statusCode(200);

        anna.asks().get("/api/preferences").then().body("preferredProvider", equalTo("FILE"));
        ben.asks()
                .get("/api/preferences")
                .then()
                .statusCode(200)
                .body("preferredProvider", nullValue());
    }

    @Test
    void whatCannotBeTakenIsNamed() {
        prefers("\"GARMIN\"").statusCode(400).body("errors.field", contains("preferredProvider"));
        anna.asks()
                .body("{\"theme\": \"dark\"}")
                .put("/api/preferences")
                .then()
                .statusCode(400)
                .body("errors.field", contains("theme"));
    }
}
