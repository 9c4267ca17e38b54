package io.pulseline.pipeline.dashboard.home;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first page, for somebody new and for somebody whose workouts arrive. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class HomePageTest {
    private static ValidatableResponse home(Street of) {
        return of.logged().accept("text/html").get("/").then().statusCode(200);
    }

    @Test
    void somebodyNewIsToldWhatToDoFirst() {
        try (Street hugo = Street.reader("hugo")) {
            home(hugo)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("Connect your Fitbit"))
                    .body(containsString("Nothing needs you at the moment."))
                    .body(containsString("aria-current=\"page\""))
                    .body(not(containsString("href=\"/operator\"")));
        }
    }

    @Test
    void aWorkoutThatWentThroughStandsAmongTheLatestRuns() {
        try (Street nora = Street.reader("nora")) {
            JsonPath pipeline = nora.pipeline(Street.kafkaTarget());
            Activity run =
                    Activities.run(
                            nora.user(),
                            UUID.randomUUID().toString(),
                            Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
            UUID runId =
                    Ids.run(pipeline.getUUID("pipelineId"), UUID.fromString(run.getRecordId()));
            nora.publish(run);
            nora.awaitStatus(runId, "SYNCED");

            home(nora)
                    .body(containsString("/activities/" + runId))
                    .body(containsString("Kafka topic: delivered"))
                    .body(containsString("Synced"));
        }
    }
}
