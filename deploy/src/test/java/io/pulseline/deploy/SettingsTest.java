package io.pulseline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that no program reads is a misspelt one. */
class SettingsTest {
    private static final String[] SERVICES = {
        "ingest-service", "normalizer-service", "pipeline-service"
    };

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalizer-service", "pipeline-service"})
    void aServiceReadsWhatItsManifestSets(String service) {
        Set<String> set = keys(Manifests.one(Manifests.base(), "ConfigMap", service));
        set.addAll(variables(Manifests.one(Manifests.base(), "Deployment", service)));

        assertThat(KnownSettings.unreadBy(set, service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalizer-service", "pipeline-service"})
    void aServiceReadsWhatComposeSets(String service) {
        Set<String> set = Compose.service(service.replace("-service", "")).environment();

        assertThat(KnownSettings.unreadBy(set, service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "normalizer-service", "pipeline-service"})
    void whatTheServicesShareIsReadByEachOfThem(String service) {
        Set<String> set = keys(Manifests.one(Manifests.base(), "ConfigMap", "pulseline-stack"));
        // The normalizer gives out no addresses.
        set.remove("PULSELINE_PUBLIC_URL");

        assertThat(KnownSettings.unreadBy(set, service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fitbit.env",
                "fitbit-real.env",
                "google-health.env",
                "google-health-real.env"
            })
    void whoeverPlaysAProviderIsReadByTheIngestService(String file) {
        Set<String> set = variables(file);

        assertThat(set).isNotEmpty();
        assertThat(KnownSettings.unreadBy(set, "ingest-service")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock.env",
                "clock-real.env",
                "clock-real-real.env",
                "intervals-icu.env",
                "intervals-icu-real.env",
                "intervals-icu-real-real.env",
                "strava.env",
                "strava-real.env"
            })
    void theClockAndThePlacesOfTargetsAreReadByThePipelineService(String file) {
        Set<String> set = variables(file);

        assertThat(set).isNotEmpty();
        assertThat(KnownSettings.unreadBy(set, "pipeline-service")).isEmpty();
    }

    @Test
    void theOverlayChangesOnlyWhatIsRead() {
        Set<String> set = new TreeSet<>();
        for (JsonElement map : Manifests.overlaySays("configMapGenerator")) {
            for (JsonElement literal : Manifest.each(map, "literals")) {
                set.add(literal.getAsString().split("=", 2)[0]);
            }
        }

        assertThat(set).isNotEmpty();
        assertThat(KnownSettings.unreadBy(set, SERVICES)).isEmpty();
    }

    @Test
    void theSimulatorReadsWhatItIsTold() {
        String module = "fitbit-simulator";
        Set<String> set = variables(Manifests.one(Manifests.localOverlay(), "Deployment", module));
        set.addAll(Compose.service("simulator").environment());

        assertThat(KnownSettings.unreadBy(set, module)).isEmpty();
    }

    @Test
    void theProxyAndTheSetupJobReadWhatTheyAreTold() {
        Set<String> set = Compose.service("proxy").environment();
        set.addAll(Compose.service("setup").environment());

        assertThat(KnownSettings.unreadBy(set, "local-stack")).isEmpty();
    }

    /** Those that a file of compose sets. */
    private static Set<String> variables(String file) {
        return Manifests.read(Manifests.ROOT.resolve("deploy/compose").resolve(file))
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Manifest configMap) {
        return new TreeSet<>(configMap.content().getAsJsonObject("data").keySet());
    }

    private static Set<String> variables(Manifest workload) {
        Set<String> names = new TreeSet<>();
        for (JsonElement container : workload.containers()) {
            for (JsonElement variable : Manifest.each(container, "env")) {
                names.add(Manifest.text(variable, "name"));
            }
        }
        return names;
    }
}
