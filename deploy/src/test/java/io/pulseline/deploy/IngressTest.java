package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Ingress is the proxy of the local stack, in a cluster. */
class IngressTest {
    private static final Manifest INGRESS = Manifests.one(Manifests.base(), "Ingress", "pulseline");

    @Test
    void everyPathLeadsToAPortOfAService() {
        for (JsonElement path : paths(INGRESS)) {
            Manifest service =
                    Manifests.one(
                            Manifests.base(),
                            "Service",
                            Manifest.text(path, "backend.service.name"));
            assertThat(Manifest.each(service.content(), "spec.ports"))
                    .extracting(port -> Manifest.text(port, "name"))
                    .contains(Manifest.text(path, "backend.service.port.name"));
        }
    }

    @Test
    void everyPathIsAPrefix() {
        assertThat(paths(INGRESS))
                .extracting(path -> Manifest.text(path, "pathType"))
                .containsOnly("Prefix");
    }

    /** Which service answers below which path. */
    static Map<String, String> routes(Manifest ingress) {
        Map<String, String> routes = new LinkedHashMap<>();
        for (JsonElement path : paths(ingress)) {
            routes.put(Manifest.text(path, "path"), Manifest.text(path, "backend.service.name"));
        }
        return routes;
    }

    private static Iterable<JsonElement> paths(Manifest ingress) {
        return Manifest.each(
                Manifest.each(ingress.content(), "spec.rules").getFirst(), "http.paths");
    }
}
