package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a record on Kafka to a FHIR server that has it. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class FhirStreetTest {
    private final Street anna = Street.anna();
    private HapiServer server;

    @BeforeEach
    void open() throws Exception {
        server = new HapiServer();
    }

    @AfterEach
    void tidy() throws Exception {
        anna.close();
        server.close();
    }

    @Test
    void aWorkoutIsThereCorrectedAndTakenBack() {
        JsonPath pipeline =
                anna.pipeline(
                        """
                        {"id": "fhir", "configuration":
                          {"baseUrl": "%s", "patient": "Patient/123"}}\
                        """
                                .formatted(server.base()));
        Activity run = Activities.run(anna.user(), "fhir", Instant.now());
        UUID runId =
                Ids.run(
                        UUID.fromString(pipeline.getString("pipelineId")),
                        UUID.fromString(run.getRecordId()));

        anna.publish(run);
        JsonPath shown = anna.awaitStatus(runId, "SYNCED");

        assertThat(shown.getList("steps.name")).last().isEqualTo("fhir");
        assertThat(server.ward.valid()).hasSize(5);
        assertThat(metres()).isEqualTo(5123.4);

        Activity longer = Activities.renamed(run, "Long run");
        longer.setDistanceMetres(6000.0);
        anna.publish(Activities.hashed(longer));
        var _ = anna.awaitRun(runId, one -> isDone(one, longer));

        assertThat(server.ward.valid()).hasSize(5);
        assertThat(metres()).isEqualTo(6000.0);

        Activity gone = Activities.renamed(longer, "Long run");
        gone.setDeleted(true);
        anna.publish(Activities.hashed(gone));
        var _ = anna.awaitRun(runId, one -> isDone(one, gone));

        assertThat(server.ward.valid()).isEmpty();
        assertThat(server.ward.all()).hasSize(5);
    }

    private static boolean isDone(JsonPath run, Activity activity) {
        return run.getLong("revision") == activity.getRevision()
                && run.getString("status").equals("SYNCED");
    }

    private double metres() {
        return server.ward.valid().stream()
                .filter(one -> one.getCode().getCodingFirstRep().getCode().equals("distance"))
                .map(Observation::getValue)
                .map(value -> ((Quantity) value).getValue().doubleValue())
                .findFirst()
                .orElseThrow();
    }
}
