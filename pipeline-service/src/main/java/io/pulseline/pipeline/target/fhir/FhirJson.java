package io.pulseline.pipeline.target.fhir;

import ca.uhn.fhir.context.FhirContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hl7.fhir.r4.model.Resource;

/** Resources as FHIR's JSON. */
final class FhirJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private FhirJson() {}

    /** HAPI reads all its model classes once; that takes a second or two. */
    private static final class Lazily {
        static final FhirContext R4 = FhirContext.forR4();

        private Lazily() {}
    }

    /** The one context; it may be shared by threads. Never ask for it first on an event loop. */
    static FhirContext context() {
        return Lazily.R4;
    }

    static ObjectNode tree(Resource resource) {
        try {
            return (ObjectNode)
                    JSON.readTree(context().newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("HAPI wrote something that is no JSON", e);
        }
    }
}
