package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.target.fhir.observation.Systems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;

/**
 * What is stored of a delivery: a transaction of all Observations of a record, as a server that
 * updates by identifier takes it. Without entries it means that there are none any more.
 */
final class Document {
    private Document() {}

    static byte[] write(List<Observation> observations) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        for (Observation observation : observations) {
            String system = observation.getIdentifierFirstRep().getSystem();
            String name = observation.getIdentifierFirstRep().getValue();
            bundle.addEntry()
                    .setFullUrl(References.PLACEHOLDER + name)
                    .setResource(observation)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl("Observation?" + Identifiers.query(system, name));
        }
        return FhirJson.bytes(bundle);
    }

    /**
     * The Observations in a stored transaction, of the patient whom the target now names: a user
     * who corrects a wrong reference must not have the rest sent to a stranger.
     */
    static List<Written> read(byte[] content, String patient, Systems systems) {
        List<Written> all = new ArrayList<>();
        for (JsonNode entry : tree(content).path("entry")) {
            ObjectNode resource = (ObjectNode) entry.path("resource");
            resource.putObject("subject").put("reference", patient);
            resource.putArray("performer").addObject().put("reference", patient);
            all.add(new Written(Identifiers.of(resource, systems.identifiers()), resource));
        }
        return all;
    }

    /**
     * An Observation that is to stand at the server.
     *
     * @param name value of its identifier, the same in every revision
     */
    record Written(String name, ObjectNode resource) {}

    private static JsonNode tree(byte[] content) {
        try {
            return FhirJson.JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("the stored transaction cannot be read", e);
        }
    }
}
