package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Topics;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stack on one machine is for that machine alone, and agrees with the one in a cluster. */
class ComposeTest {
    static Stream<Compose.Service> services() {
        return Compose.services().stream();
    }

    static Stream<Compose.Service> ours() {
        return services().filter(service -> service.dockerfile().isPresent());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyPortIsPublishedOnTheLoopbackAddress(Compose.Service service) {
        assertThat(service.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyContainerHasAMemoryLimitAndNoCapabilities(Compose.Service service) {
        assertThat(service.content().keySet()).contains("mem_limit");
        assertThat(service.list("cap_drop")).containsExactly("ALL");
        assertThat(service.list("security_opt")).contains("no-new-privileges:true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatStaysUpIsCheckedAndStartedAnew(Compose.Service service) {
        if (!service.runsToItsEnd()) {
            assertThat(service.content().keySet()).contains("healthcheck");
            assertThat(Manifest.text(service.content(), "restart")).isEqualTo("unless-stopped");
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourContainersCannotWriteTheirImage(Compose.Service service) {
        assertThat(Manifest.text(service.content(), "read_only")).isEqualTo("true");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ourImagesAreNamedAfterTheFolderOfTheirDockerfile(Compose.Service service) {
        String dockerfile = service.dockerfile().orElseThrow();

        assertThat(Manifests.ROOT.resolve(dockerfile)).satisfies(Files::exists);
        assertThat(service.image())
                .isEqualTo("pulseline/" + dockerfile.replace("/Dockerfile", "") + ":local");
    }

    @Test
    void composeAndKubernetesRunTheSameImages() {
        Set<String> inCluster =
                Manifests.workloads().stream()
                        .flatMap(workload -> workload.containers().stream())
                        .map(container -> Manifest.text(container, "image"))
                        .collect(Collectors.toSet());

        assertThat(
                        services()
                                .filter(Compose.Service::isAlwaysThere)
                                .map(Compose.Service::image)
                                .collect(Collectors.toSet()))
                .isEqualTo(inCluster);
    }

    @Test
    void bothBrokersTakeTheLargestMessageOfTheContracts() {
        String largest = Integer.toString(Topics.MAXIMUM_MESSAGE_BYTES);

        assertThat(
                        Manifest.text(
                                Compose.service("kafka").content(),
                                "environment.KAFKA_MESSAGE_MAX_BYTES"))
                .isEqualTo(largest);
        assertThat(
                        Manifest.each(
                                Manifests.one(Manifests.localOverlay(), "StatefulSet", "kafka")
                                        .containers()
                                        .getFirst(),
                                "env"))
                .filteredOn(variable ->
                        Manifest.text(variable, "name").equals("KAFKA_MESSAGE_MAX_BYTES"))
                .singleElement()
                .extracting(variable -> Manifest.text(variable, "value"))
                .isEqualTo(largest);
    }

    @Test
    void bothStacksMakeTheSameDatabases() {
        assertThat(Manifests.ROOT.resolve("deploy/compose/databases.sql"))
                .hasSameTextualContentAs(
                        Manifests.ROOT.resolve("deploy/kubernetes/overlays/local/databases.sql"));
    }
}
