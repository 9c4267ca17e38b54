package io.pulseline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.simulator.strava.StravaActivity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an activity's topic to Strava. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
@WithTestResource(StravaPlace.class)
class StravaTest {
    private static final String TARGET =
            """
            {"id": "strava", "configuration": {"name": "{title} ({type})"}}\
            """;

    private final Street stella = Street.of("stella", "row");

    @AfterEach
    void tidy() {
        stella.close();
        stella.asks().delete("/api/target-grants/strava");
        SimulatedStrava.simulator().reset();
    }

    /** Has just ended, so later than any pipeline was made. */
    private Activity published() {
        Activity activity =
                Activities.run(stella.user(), UUID.randomUUID().toString(), Instant.now());
        stella.publish(activity);
        return activity;
    }

    private static UUID runOf(JsonPath pipeline, Activity activity) {
        return Ids.run(
                UUID.fromString(pipeline.getString("pipelineId")),
                UUID.fromString(activity.getRecordId()));
    }

    private static StravaActivity only() {
        assertThat(SimulatedStrava.strava().activities()).hasSize(1);
        return SimulatedStrava.strava().activities().getFirst();
    }

    @Test
    void aRunArrivesAndIsRenamedThere() {
        SimulatedStrava.connect(stella);
        JsonPath pipeline = stella.pipeline(TARGET);

        Activity activity = published();
        stella.awaitStatus(runOf(pipeline, activity), "SYNCED");

        assertThat(only().name()).isEqualTo("Morning run (Run)");
        assertThat(only().externalId()).isEqualTo(activity.getRecordId());
        assertThat(only().file().sport()).isEqualTo("RUNNING");

        Activity renamed = Activities.renamed(activity, "Evening run");
        stella.publish(renamed);
        await().atMost(Street.LIMIT).until(() -> only().name().equals("Evening run (Run)"));
        assertThat(SimulatedStrava.strava().uploads()).hasSize(1);
    }

    @Test
    void whatWaitsForAConsentGoesWhenItIsGiven() {
        JsonPath pipeline = stella.pipeline(TARGET);
        String path = "/api/pipelines/" + pipeline.getString("pipelineId");
        Activity activity = published();
        await().atMost(Street.LIMIT)
                .until(() ->
                        stella.asks().get(path).asString().contains("/targets/strava/connect"));
        assertThat(SimulatedStrava.strava().uploads()).isEmpty();

        SimulatedStrava.connect(stella);

        stella.awaitStatus(runOf(pipeline, activity), "SYNCED");
        assertThat(only().externalId()).isEqualTo(activity.getRecordId());
    }

    @Test
    void aWrongTemplateIsRefusedAtItsField() {
        stella.asks()
                .body(
                        """
                        {"name": "Runs", "trigger": {"record": "activity"}, "boosters": [],
                         "targets": [{"id": "strava", "configuration": {"name": "{titel}"}}]}\
                        """)
                .post("/api/pipelines")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("targets[0].configuration.name"));
    }
}
