package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** UTF-8; the same resource gives the same bytes. */
    static byte[] bytes(Resource resource) {
        return context().newJsonParser().encodeResourceToString(resource).getBytes(UTF_8);
    }

    /** UTF-8 bytes of a tree. */
    static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
