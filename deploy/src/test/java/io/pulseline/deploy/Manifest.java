package io.pulseline.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One Kubernetes object as it stands in a file.
 *
 * @param origin where it was read, for messages
 * @param content the whole object
 */
record Manifest(String origin, JsonObject content) {
    String kind() {
        return content.get("kind").getAsString();
    }

    String name() {
        return content.getAsJsonObject("metadata").get("name").getAsString();
    }

    /**
     * What stands at a place.
     *
     * @param path member names with dots between them, for example {@code spec.template.spec}
     */
    Optional<JsonElement> at(String path) {
        return at(content, path);
    }

    static Optional<JsonElement> at(JsonElement start, String path) {
        JsonElement here = start;
        for (String member : path.split("\\.", -1)) {
            if (!here.isJsonObject() || !here.getAsJsonObject().has(member)) {
                return Optional.empty();
            }
            here = here.getAsJsonObject().get(member);
        }
        return Optional.of(here);
    }

    static String text(JsonElement start, String path) {
        return at(start, path)
                .map(JsonElement::getAsString)
                .orElseThrow(() -> new AssertionError(path + " is absent in " + start));
    }

    /** The elements of a list; none if it is absent. */
    static List<JsonElement> each(JsonElement start, String path) {
        return at(start, path).stream()
                .flatMap(list -> StreamSupport.stream(list.getAsJsonArray().spliterator(), false))
                .toList();
    }

    boolean runsPods() {
        return at("spec.template.spec.containers").isPresent();
    }

    List<JsonElement> containers() {
        return each(content, "spec.template.spec.containers");
    }

    @Override
    public String toString() {
        return kind() + "/" + name() + " of " + origin;
    }
}
