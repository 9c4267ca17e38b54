package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code kubectl kustomize} makes of the overlay; only where there is a kubectl. */
class RenderedOverlayTest {
    private static List<Manifest> rendered = List.of();

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        Optional<Path> kubectl = kubectl();
        assumeTrue(kubectl.isPresent(), "no kubectl on the PATH");
        Path overlay = Manifests.ROOT.resolve("deploy/kubernetes/overlays/local");
        Process process =
                new ProcessBuilder(kubectl.get().toString(), "kustomize", overlay.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of kubectl kustomize").isZero();
        rendered = Manifests.parse("rendered overlay", yaml);
    }

    @Test
    void everyObjectIsReadWithoutLoss() {
        assertThat(rendered)
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(StrictReader.problems(manifest)).isEmpty());
    }

    @Test
    void everythingIsInTheNamespaceOfTheOverlay() {
        assertThat(rendered)
                .filteredOn(manifest -> !manifest.kind().equals("Namespace"))
                .allSatisfy(manifest ->
                        assertThat(Manifest.text(manifest.content(), "metadata.namespace"))
                                .isEqualTo("pulseline"));
    }

    @Test
    void noSecretIsTheKeyOfStoredTokens() {
        assertThat(rendered)
                .filteredOn(manifest -> manifest.kind().equals("Secret"))
                .noneMatch(manifest -> manifest.name().startsWith("pulseline-encryption"));
    }

    @Test
    void theIngressKeepsItsPathsAndLosesItsHost() {
        Manifest base = Manifests.one(Manifests.base(), "Ingress", "pulseline");
        Manifest ingress = Manifests.one(rendered, "Ingress", "pulseline");

        assertThat(IngressTest.routes(ingress)).isEqualTo(IngressTest.routes(base));
        assertThat(ingress.content().toString()).doesNotContain("example.org");
    }

    private static Optional<Path> kubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
