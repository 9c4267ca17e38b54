package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No pod may do more than it needs, and Kubernetes can tell whether it is well. */
class PodSafetyTest {
    private static final int HIGHEST_PORT = 65535;

    /** In their own folders they write configuration at every start. */
    private static final String WRITES_BESIDE_ITSELF = "apache/kafka:|apicurio/";

    static Stream<Manifest> workloads() {
        return Manifests.workloads().stream();
    }

    static Stream<Manifest> longRunning() {
        return workloads().filter(workload -> !workload.kind().equals("Job"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void noPodRunsAsRootOrTalksToKubernetes(Manifest workload) {
        JsonElement pod = workload.at("spec.template.spec").orElseThrow();

        assertThat(Manifest.text(pod, "securityContext.runAsNonRoot")).isEqualTo("true");
        assertThat(Manifest.text(pod, "securityContext.runAsUser")).isNotEqualTo("0");
        assertThat(Manifest.text(pod, "securityContext.seccompProfile.type"))
                .isEqualTo("RuntimeDefault");
        assertThat(Manifest.text(pod, "automountServiceAccountToken")).isEqualTo("false");
        // A Service named kafka would set KAFKA_PORT, which Kafka takes for a setting.
        assertThat(Manifest.text(pod, "enableServiceLinks")).isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void noContainerHasMoreThanItNeeds(Manifest workload) {
        for (JsonElement container : workload.containers()) {
            JsonElement rights = Manifest.at(container, "securityContext").orElseThrow();

            assertThat(Manifest.text(rights, "allowPrivilegeEscalation")).isEqualTo("false");
            assertThat(Manifest.each(rights, "capabilities.drop"))
                    .extracting(JsonElement::getAsString)
                    .containsExactly("ALL");
            if (!isForeignWriter(container)) {
                assertThat(Manifest.text(rights, "readOnlyRootFilesystem")).isEqualTo("true");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void memoryIsReservedAndLimitedAlike(Manifest workload) {
        for (JsonElement container : workload.containers()) {
            assertThat(Manifest.text(container, "resources.requests.memory"))
                    .isEqualTo(Manifest.text(container, "resources.limits.memory"));
            assertThat(Manifest.text(container, "resources.requests.cpu")).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("longRunning")
    void everyLongRunningContainerHasItsThreeProbes(Manifest workload) {
        for (JsonElement container : workload.containers()) {
            assertThat(container.getAsJsonObject().keySet())
                    .contains("startupProbe", "readinessProbe", "livenessProbe");
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void portsArePortsAndProbesAskNamedOnes(Manifest workload) {
        for (JsonElement container : workload.containers()) {
            var names =
                    Manifest.each(container, "ports").stream()
                            .peek(PodSafetyTest::isAPort)
                            .map(port -> Manifest.text(port, "name"))
                            .toList();
            for (String probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                Manifest.at(container, probe + ".httpGet.port")
                        .ifPresent(port -> assertThat(names).contains(port.getAsString()));
                Manifest.at(container, probe + ".tcpSocket.port")
                        .ifPresent(port -> assertThat(names).contains(port.getAsString()));
            }
        }
    }

    private static void isAPort(JsonElement port) {
        assertThat(Integer.parseInt(Manifest.text(port, "containerPort")))
                .isBetween(1, HIGHEST_PORT);
    }

    private static boolean isForeignWriter(JsonElement container) {
        return Stream.of(WRITES_BESIDE_ITSELF.split("\\|", -1))
                .anyMatch(Manifest.text(container, "image")::startsWith);
    }
}
