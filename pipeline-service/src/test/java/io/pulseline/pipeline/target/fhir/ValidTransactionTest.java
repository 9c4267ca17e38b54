package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.fhir.Document.Written;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import io.pulseline.pipeline.target.fhir.observation.RecordObservations;
import io.pulseline.pipeline.target.fhir.observation.Styles;
import io.pulseline.pipeline.target.fhir.observation.Validation;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes over the wire besides new Observations, before HAPI's validator. */
class ValidTransactionTest {
    private static Validation validation;

    private final byte[] content =
            Document.write(new RecordObservations(Styles.plain()).of(HealthRecords.run()));

    @BeforeAll
    static void readDefinitions() {
        validation = new Validation();
    }

    @Test
    void aTransactionIsValid() {
        Bundle bundle =
                Validation.R4
                        .newJsonParser()
                        .parseResource(Bundle.class, new String(content, UTF_8));

        assertThat(bundle.getEntry()).hasSize(8);
        assertThat(validation.errors(bundle)).isEmpty();
    }

    @Test
    void whatIsEnteredInErrorIsValid() {
        for (Written written : Document.read(content, "Patient/7", Styles.SYSTEMS)) {
            ObjectNode former = written.resource().put("id", "5");
            ((ObjectNode) former.path("meta")).put("versionId", "3");
            Request retraction = Request.retract("https://fhir.example", former);
            Observation observation = observation(retraction.resource());

            assertThat(observation.getStatus().toCode()).isEqualTo("entered-in-error");
            assertThat(observation.getSubject().getReference()).isEqualTo("Patient/7");
            assertThat(observation.getMeta().getVersionId()).isNull();
            assertThat(retraction.ifMatch()).isEqualTo("W/\"3\"");
            assertThat(validation.errors(observation)).isEmpty();
        }
    }

    @Test
    void aVersionOfAServerThatOnlyCreatesIsValid() {
        List<Request> requests =
                new Plan(Styles.SYSTEMS, "https://fhir.example")
                        .creations(
                                Document.read(content, "Patient/7", Styles.SYSTEMS),
                                List.of(),
                                HealthRecords.revision());

        assertThat(requests).hasSize(8);
        for (Request request : requests) {
            assertThat(validation.errors(observation(request.resource()))).isEmpty();
        }
    }

    private static Observation observation(ObjectNode json) {
        return Validation.R4.newJsonParser().parseResource(Observation.class, json.toString());
    }
}
