package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one manifest says of another is there: labels, ports, ConfigMaps, Secrets. */
class ReferencesTest {
    /** Made by hand in every cluster; README.md says how. */
    private static final Set<String> SECRETS =
            Set.of(
                    "pulseline-database",
                    "pulseline-encryption",
                    "pulseline-fitbit",
                    "pulseline-google-health",
                    "pulseline-login",
                    "pulseline-strava");

    /** Made by the overlay's kustomization. */
    private static final Set<String> GENERATED_MAPS = Set.of("postgres-databases");

    static Stream<Manifest> workloads() {
        return Manifests.workloads().stream();
    }

    static Stream<Manifest> services() {
        return Manifests.all().stream().filter(manifest -> manifest.kind().equals("Service"));
    }

    static Stream<Manifest> budgets() {
        return Manifests.all().stream()
                .filter(manifest -> manifest.kind().equals("PodDisruptionBudget"));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadSelectsItsOwnPods(Manifest workload) {
        // A Job selects by a label that Kubernetes makes itself.
        workload.at("spec.selector.matchLabels")
                .ifPresent(labels -> assertThat(podLabels(workload)).containsAll(entries(labels)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceSelectsOneWorkloadAndPortsThatItNames(Manifest service) {
        JsonElement selector = service.at("spec.selector").orElseThrow();
        List<Manifest> selected =
                workloads().filter(pods -> podLabels(pods).containsAll(entries(selector))).toList();

        assertThat(selected).hasSize(1);
        for (JsonElement port : Manifest.each(service.content(), "spec.ports")) {
            assertThat(portNames(selected.getFirst())).contains(Manifest.text(port, "targetPort"));
        }
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void aDisruptionBudgetCoversOneWorkload(Manifest budget) {
        JsonElement selector = budget.at("spec.selector.matchLabels").orElseThrow();
        assertThat(workloads().filter(pods -> podLabels(pods).containsAll(entries(selector))))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadNamesOnlyMapsSecretsAndAccountsThatExist(Manifest workload) {
        Set<String> maps = names("ConfigMap");
        maps.addAll(GENERATED_MAPS);
        JsonElement pod = workload.at("spec.template.spec").orElseThrow();
        for (JsonElement container : workload.containers()) {
            for (JsonElement from : Manifest.each(container, "envFrom")) {
                assertThat(maps).contains(Manifest.text(from, "configMapRef.name"));
            }
            for (JsonElement variable : Manifest.each(container, "env")) {
                Manifest.at(variable, "valueFrom.secretKeyRef.name")
                        .ifPresent(secret -> assertThat(SECRETS).contains(secret.getAsString()));
            }
        }
        for (JsonElement volume : Manifest.each(pod, "volumes")) {
            Manifest.at(volume, "secret.secretName")
                    .ifPresent(secret -> assertThat(SECRETS).contains(secret.getAsString()));
            Manifest.at(volume, "configMap.name")
                    .ifPresent(map -> assertThat(maps).contains(map.getAsString()));
        }
        Manifest.at(pod, "serviceAccountName")
                .ifPresent(account ->
                        assertThat(names("ServiceAccount")).contains(account.getAsString()));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyMountHasItsVolumeAndEveryVolumeItsMount(Manifest workload) {
        Set<String> mounts =
                workload.containers().stream()
                        .flatMap(container -> Manifest.each(container, "volumeMounts").stream())
                        .map(mount -> Manifest.text(mount, "name"))
                        .collect(Collectors.toSet());
        Set<String> volumes =
                Stream.concat(
                                Manifest.each(workload.content(), "spec.template.spec.volumes")
                                        .stream()
                                        .map(volume -> Manifest.text(volume, "name")),
                                Manifest.each(workload.content(), "spec.volumeClaimTemplates")
                                        .stream()
                                        .map(claim -> Manifest.text(claim, "metadata.name")))
                        .collect(Collectors.toSet());

        assertThat(mounts).isEqualTo(volumes);
    }

    private static Set<String> names(String kind) {
        return Manifests.all().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .map(Manifest::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> portNames(Manifest workload) {
        return workload.containers().stream()
                .flatMap(container -> Manifest.each(container, "ports").stream())
                .map(port -> Manifest.text(port, "name"))
                .collect(Collectors.toSet());
    }

    private static Set<String> podLabels(Manifest workload) {
        return entries(workload.at("spec.template.metadata.labels").orElseThrow());
    }

    private static Set<String> entries(JsonElement labels) {
        JsonObject all = labels.getAsJsonObject();
        return all.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue().getAsString())
                .collect(Collectors.toSet());
    }
}
