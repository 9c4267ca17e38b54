package io.pulseline.pipeline.target.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a server is asked to do, alone or in a transaction.
 *
 * @param fullUrl what it is called in a transaction
 * @param method PUT or POST
 * @param url below the base
 * @param ifNoneExist only if a search finds nothing; null for always
 * @param ifMatch only if it has that version; null for any
 */
record Request(
        String fullUrl,
        ObjectNode resource,
        String method,
        String url,
        @Nullable String ifNoneExist,
        @Nullable String ifMatch) {

    /** Creates it, or replaces what has its identifier. */
    static Request update(String system, String name, ObjectNode resource) {
        return new Request(
                References.PLACEHOLDER + name,
                resource,
                "PUT",
                "Observation?" + Identifiers.query(system, name),
                null,
                null);
    }

    /** Creates it unless something has that identifier. */
    static Request create(String name, ObjectNode resource, String system, String value) {
        return new Request(
                References.PLACEHOLDER + name,
                resource,
                "POST",
                "Observation",
                Identifiers.query(system, value),
                null);
    }

    /** Marks what a server has as entered in error; nothing else of it changes. */
    static Request retract(String base, ObjectNode former) {
        ObjectNode resource = former.deepCopy();
        String version = resource.path("meta").path("versionId").asText("");
        if (resource.path("meta") instanceof ObjectNode meta) {
            meta.remove("versionId");
            meta.remove("lastUpdated");
        }
        resource.put("status", Former.ENTERED_IN_ERROR);
        String url = "Observation/" + resource.path("id").asText();
        return new Request(
                base + "/" + url,
                resource,
                "PUT",
                url,
                null,
                version.isEmpty() ? null : "W/\"" + version + "\"");
    }

    /** Its name within the delivery; empty for one that only retracts. */
    String name() {
        return fullUrl.startsWith(References.PLACEHOLDER)
                ? fullUrl.substring(References.PLACEHOLDER.length())
                : "";
    }

    /** As an entry of a transaction. */
    ObjectNode entry() {
        ObjectNode entry = FhirJson.JSON.createObjectNode().put("fullUrl", fullUrl);
        entry.set("resource", resource);
        ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
        if (ifNoneExist != null) {
            request.put("ifNoneExist", ifNoneExist);
        }
        if (ifMatch != null) {
            request.put("ifMatch", ifMatch);
        }
        return entry;
    }

    /** The conditions as headers, for a call of its own. */
    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (ifNoneExist != null) {
            headers.put("If-None-Exist", ifNoneExist);
        }
        if (ifMatch != null) {
            headers.put("If-Match", ifMatch);
        }
        return headers;
    }
}
