package io.pulseline.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the manifests of this module and, for comparison, files of the others. */
final class Manifests {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
    private static final Gson GSON = new Gson();

    private Manifests() {}

    /** What runs everywhere. */
    static List<Manifest> base() {
        return in(KUBERNETES.resolve("base"));
    }

    /** What the overlay for one small cluster adds. */
    static List<Manifest> localOverlay() {
        return in(KUBERNETES.resolve("overlays/local"));
    }

    static List<Manifest> all() {
        return Stream.concat(base().stream(), localOverlay().stream()).toList();
    }

    /** Those of {@code all()} whose pods run. */
    static List<Manifest> workloads() {
        return all().stream().filter(Manifest::runsPods).toList();
    }

    static Manifest one(List<Manifest> among, String kind, String name) {
        return among.stream()
                .filter(manifest -> manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " is named " + name));
    }

    /** One list of the overlay's kustomization. */
    static List<JsonElement> overlaySays(String list) {
        Path file = KUBERNETES.resolve("overlays/local/kustomization.yaml");
        return Manifest.each(parse("overlays/local", read(file)).getFirst().content(), list);
    }

    /** Every object of some YAML; a key that stands twice is an error. */
    static List<Manifest> parse(String origin, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            Objects.requireNonNull(document, origin + " holds an empty document");
            JsonObject content = GSON.toJsonTree(document).getAsJsonObject();
            manifests.add(new Manifest(origin, content));
        }
        return manifests;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static List<Manifest> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file ->
                            parse(KUBERNETES.relativize(file).toString(), read(file)).stream())
                    .filter(manifest -> !manifest.kind().equals("Kustomization"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }
}
