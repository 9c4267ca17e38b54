package io.pulseline.access.description;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words and examples of the documents, from {@value #FILE} of this module and of the service
 * together: one invented user with one connection, pipeline and run goes through all of them.
 *
 * <p>Sections: {@code parameters} ({@code description} and {@code example}) by name, or by {@code
 * "GET /path name"}; {@code properties} by name, or by {@code "Schema.name"}; {@code schemas} by
 * name; {@code requests} and {@code responses} (of success) by {@code "GET /path"}; {@code
 * problems} by status. The longer name goes first, and what an annotation says goes before both.
 */
final class Examples {
    static final String FILE = "META-INF/api-examples.json";

    private static final TypeReference<Map<String, Map<String, Object>>> SECTIONS =
            new TypeReference<>() {};

    private final Map<String, Map<String, Object>> sections;

    private Examples(Map<String, Map<String, Object>> sections) {
        this.sections = sections;
    }

    /** All that is on the class path. */
    static Examples read(ClassLoader loader) {
        try {
            Map<String, Map<String, Object>> all = new HashMap<>();
            for (URL file : Collections.list(loader.getResources(FILE))) {
                read(file)
                        .forEach((section, entries) ->
                                add(all.computeIfAbsent(section, _ -> new HashMap<>()), entries));
            }
            return new Examples(all);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Map<String, Map<String, Object>> read(URL file) throws IOException {
        try (InputStream json = file.openStream()) {
            return new ObjectMapper().readValue(json, SECTIONS);
        }
    }

    private static void add(Map<String, Object> section, Map<String, Object> entries) {
        entries.forEach((name, value) -> {
            if (section.put(name, value) != null) {
                throw new IllegalStateException(FILE + " tells " + name + " twice");
            }
        });
    }

    /** Of a property; {@code schema} is the nearest one that has a name. */
    Optional<Object> property(String schema, String name) {
        return of("properties", schema + "." + name).or(() -> of("properties", name));
    }

    Optional<Object> schema(String name) {
        return of("schemas", name);
    }

    Optional<Object> request(String operation) {
        return of("requests", operation);
    }

    Optional<Object> response(String operation) {
        return of("responses", operation);
    }

    Optional<String> parameterSays(String operation, String name) {
        return parameter(operation, name, "description").map(String.class::cast);
    }

    Optional<Object> parameter(String operation, String name) {
        return parameter(operation, name, "example");
    }

    private Optional<Object> parameter(String operation, String name, String what) {
        return of("parameters", operation + " " + name)
                .flatMap(told -> part(told, what))
                .or(() -> of("parameters", name).flatMap(told -> part(told, what)));
    }

    private static Optional<Object> part(Object told, String name) {
        return told instanceof Map<?, ?> parts
                ? Optional.ofNullable(parts.get(name))
                : Optional.empty();
    }

    /** By status, in order. */
    List<Map.Entry<String, Object>> problems() {
        return sections.getOrDefault("problems", Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    private Optional<Object> of(String section, String name) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(name));
    }
}
