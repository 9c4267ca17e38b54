package io.pulseline.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** docker-compose.yml, with its anchors followed and its variables left as they are written. */
final class Compose {
    private static final JsonObject FILE =
            Manifests.parse(
                            "docker-compose.yml",
                            Manifests.read(Manifests.ROOT.resolve("docker-compose.yml")))
                    .getFirst()
                    .content();

    private Compose() {}

    static List<Service> services() {
        return FILE.getAsJsonObject("services").keySet().stream().map(Compose::service).toList();
    }

    static Service service(String name) {
        return new Service(name, FILE.getAsJsonObject("services").getAsJsonObject(name));
    }

    /** One service of the file. */
    record Service(String name, JsonObject content) {
        String image() {
            return Manifest.text(content, "image");
        }

        /** The Dockerfile of an image of ours; empty for a foreign one. */
        Optional<String> dockerfile() {
            return Manifest.at(content, "build.dockerfile").map(JsonElement::getAsString);
        }

        List<String> list(String member) {
            return Manifest.each(content, member).stream().map(JsonElement::getAsString).toList();
        }

        /** Names of its environment variables. */
        Set<String> environment() {
            return Manifest.at(content, "environment")
                    .map(JsonElement::getAsJsonObject)
                    .map(variables -> new TreeSet<>(variables.keySet()))
                    .orElseGet(TreeSet::new);
        }

        /** As opposed to what belongs to a profile. */
        boolean isAlwaysThere() {
            return list("profiles").isEmpty();
        }

        boolean runsToItsEnd() {
            return Manifest.at(content, "restart")
                    .map(JsonElement::getAsString)
                    .filter("no"::equals)
                    .isPresent();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
