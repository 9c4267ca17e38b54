package io.pulseline.testing.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The schemas of a document, with their references followed, and the examples that they hold. */
final class Schemas {
    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** What a node says, or what it refers to says; words beside a reference go first. */
    JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = document.at(node.get("$ref").asText().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("nothing is at " + node.get("$ref").asText());
        }
        ObjectNode all = resolved(target).deepCopy();
        node.properties().stream()
                .filter(word -> !word.getKey().equals("$ref"))
                .forEach(word -> all.set(word.getKey(), word.getValue()));
        return all;
    }

    /** The example that stands on the schema itself. */
    Optional<JsonNode> own(JsonNode schema) {
        JsonNode whole = resolved(schema);
        return Optional.ofNullable(whole.path("examples").get(0))
                .or(() -> Optional.ofNullable(whole.get("example")));
    }

    /** Paths of the leaves without an example, an empty one for the schema itself. */
    Set<String> leavesWithoutExample(JsonNode schema) {
        Set<String> found = new TreeSet<>();
        search(schema, "", new HashSet<>(), found);
        return found;
    }

    private void search(JsonNode schema, String path, Set<String> above, Set<String> found) {
        String name = schema.path("$ref").asText();
        if (!name.isEmpty() && above.contains(name)) {
            return;
        }
        JsonNode whole = resolved(schema);
        if (own(whole).isPresent()) {
            return;
        }
        Set<String> here = new HashSet<>(above);
        here.add(name);
        if (whole.has("properties")) {
            for (Map.Entry<String, JsonNode> property : whole.get("properties").properties()) {
                search(property.getValue(), path + "." + property.getKey(), here, found);
            }
        } else if (whole.has("items")) {
            search(whole.get("items"), path + "[]", here, found);
        } else {
            found.add(path);
        }
    }

    /** Put together of the leaves; null where there is none. Does not go round in circles. */
    JsonNode example(JsonNode schema) {
        return example(schema, Set.of());
    }

    private JsonNode example(JsonNode schema, Set<String> above) {
        JsonNode whole = resolved(schema);
        Optional<JsonNode> own = own(whole);
        if (own.isPresent()) {
            return own.get();
        }
        Set<String> here = new HashSet<>(above);
        if (schema.has("$ref") && !here.add(schema.get("$ref").asText())) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (whole.has("properties")) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            whole.get("properties")
                    .properties()
                    .forEach(one -> made.set(one.getKey(), example(one.getValue(), here)));
            return made;
        }
        return whole.has("items")
                ? JsonNodeFactory.instance.arrayNode().add(example(whole.get("items"), here))
                : JsonNodeFactory.instance.nullNode();
    }
}
