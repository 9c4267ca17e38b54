package io.pulseline.testing.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The OpenAPI document of a service, as it serves it. Looks at the operations for programs and
 * providers, below {@code /api}, {@code /connect} and {@code /webhooks}.
 */
public final class ApiDescription {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final List<String> LOOKED_AT = List.of("/api", "/connect", "/webhooks");

    private final JsonNode document;
    private final Schemas schemas;
    private final Fit fit;

    private ApiDescription(JsonNode document) {
        this.document = document;
        schemas = new Schemas(document);
        fit = new Fit(schemas);
    }

    /** Takes the document in JSON. */
    public static ApiDescription of(String json) {
        return new ApiDescription(parsed(json));
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** Everything that is not said, or not rightly; empty for a good document. */
    public List<String> faults() {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (LOOKED_AT.stream().anyMatch(path.getKey()::startsWith)) {
                path.getValue()
                        .properties()
                        .forEach(operation ->
                                found.addAll(
                                        operation(
                                                name(operation.getKey(), path.getKey()),
                                                operation.getValue())));
            }
        }
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> misfits(schema.getKey(), schema.getValue(), found));
        return found;
    }

    /**
     * What one may send in JSON, as the document shows it.
     *
     * @param operation for example {@code POST /api/pipelines}
     */
    public String requestExample(String operation) {
        JsonNode media = operation(operation).path("requestBody").path("content").path(JSON);
        return example(media).orElseGet(() -> schemas.example(media.path("schema"))).toString();
    }

    /**
     * As {@link #strangers}, of the examples of a service.
     *
     * @param test of that service; its file is the first on the test's class path
     */
    public List<String> strangersOf(Class<?> test) throws IOException {
        try (InputStream file = test.getResourceAsStream("/META-INF/api-examples.json")) {
            return strangers(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8));
        }
    }

    /**
     * Entries of a file of examples that fit nothing in this document, by their longer names.
     *
     * @param json the file
     */
    public List<String> strangers(String json) {
        List<String> found = new ArrayList<>();
        JsonNode file = parsed(json);
        for (String section : List.of("requests", "responses")) {
            file.path(section)
                    .fieldNames()
                    .forEachRemaining(operation -> {
                        if (operation(operation).isMissingNode()) {
                            found.add(section + " " + operation);
                        }
                    });
        }
        JsonNode named = document.at("/components/schemas");
        file.path("schemas")
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!named.has(name)) {
                        found.add("schemas " + name);
                    }
                });
        file.path("properties")
                .fieldNames()
                .forEachRemaining(name -> {
                    String[] words = name.split("\\.", 2);
                    boolean known =
                            words.length == 1
                                    ? !document.findValues(name).isEmpty()
                                    : !named.path(words[0]).findValues(words[1]).isEmpty();
                    if (!known) {
                        found.add("properties " + name);
                    }
                });
        return found;
    }

    private JsonNode operation(String name) {
        String[] words = name.split(" ", 2);
        return document.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    private List<String> operation(String name, JsonNode operation) {
        List<String> found = new ArrayList<>();
        if (operation.path("summary").asText().isBlank()) {
            found.add(name + " has no summary");
        }
        operation.path("parameters").forEach(one -> parameter(name, schemas.resolved(one), found));
        JsonNode body = schemas.resolved(operation.path("requestBody")).path("content");
        if (body.has(JSON)) {
            media(name + " request", body.get(JSON), found);
        }
        boolean succeeds = false;
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            String status = response.getKey();
            JsonNode content = schemas.resolved(response.getValue()).path("content");
            if (status.startsWith("2") || status.startsWith("3")) {
                succeeds = true;
                if (content.has(JSON)) {
                    media(name + " " + status, content.get(JSON), found);
                }
            } else {
                refusal(name + " " + status, content, found);
            }
        }
        if (!succeeds) {
            found.add(name + " has no answer of success");
        }
        return found;
    }

    private void parameter(String operation, JsonNode parameter, List<String> found) {
        String in = parameter.path("in").asText();
        String name = operation + " " + in + " parameter " + parameter.path("name").asText();
        if (parameter.path("description").asText().isBlank()) {
            found.add(name + " has no description");
        }
        Optional<JsonNode> example =
                example(parameter).or(() -> schemas.own(parameter.path("schema")));
        if (example.isEmpty() && (in.equals("path") || in.equals("query"))) {
            found.add(name + " has no example");
        }
        example.ifPresent(one -> found.addAll(fit.faults(parameter.path("schema"), one, name)));
    }

    private void media(String name, JsonNode media, List<String> found) {
        JsonNode schema = media.path("schema");
        Optional<JsonNode> example = example(media);
        example.ifPresentOrElse(
                one -> found.addAll(fit.faults(schema, one, name)),
                () ->
                        schemas.leavesWithoutExample(schema)
                                .forEach(leaf -> found.add(name + " lacks an example: " + leaf)));
    }

    private void refusal(String name, JsonNode content, List<String> found) {
        if ((name.contains(" /api") && !content.has(PROBLEM_JSON)) || content.has(JSON)) {
            found.add(name + " is no problem+json");
        }
        if (content.has(PROBLEM_JSON)) {
            JsonNode media = content.get(PROBLEM_JSON);
            if (!media.path("schema").path("$ref").asText().equals(PROBLEM)) {
                found.add(name + " has another schema than Problem");
            }
            if (example(media).isEmpty()) {
                found.add(name + " has no example");
            }
            media(name, media, found);
        }
    }

    /** Of a media type or parameter itself. */
    private Optional<JsonNode> example(JsonNode holder) {
        return Optional.ofNullable(holder.get("example"))
                .or(() ->
                        holder.path("examples").properties().stream()
                                .findFirst()
                                .map(one -> schemas.resolved(one.getValue()).path("value")));
    }

    private void misfits(String name, JsonNode schema, List<String> found) {
        schema.path("examples").forEach(one -> found.addAll(fit.faults(schema, one, name)));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            misfits(name + "." + property.getKey(), property.getValue(), found);
        }
        if (schema.has("items")) {
            misfits(name + "[]", schema.get("items"), found);
        }
    }
}
