package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleHealthApplicationTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void withoutSettingsItIsSimulatedAndItsSecretsAreKept() {
        GoogleHealthApplication first = GoogleHealthApplication.from(Map.of(), kept());
        GoogleHealthApplication second = GoogleHealthApplication.from(Map.of(), kept());

        assertThat(first.simulated()).isTrue();
        assertThat(first.clientSecret()).hasSizeGreaterThan(20);
        assertThat(first.webhookSecret()).startsWith("Bearer ");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void asSimulatedItSendsTheServicesToTheSimulatorAndTheSimulatorBack() {
        GoogleHealthApplication application = GoogleHealthApplication.from(Map.of(), kept());

        assertThat(application.serviceEnvironment("http://localhost:8089"))
                .containsEntry("PULSELINE_GOOGLE_HEALTH_API_URL", "http://localhost:8089/google")
                .containsEntry(
                        "PULSELINE_GOOGLE_HEALTH_KEYSET_URL",
                        "http://localhost:8089/google/webhooks/keyset")
                .containsEntry(
                        "PULSELINE_GOOGLE_HEALTH_WEBHOOK_SECRET", application.webhookSecret());
        assertThat(
                        application.simulatorEnvironment(
                                "http://localhost:8080", "http://localhost:8081"))
                .containsEntry(
                        "SIMULATOR_GOOGLE_REDIRECT_URIS",
                        "http://localhost:8080/connect/google-health/callback")
                .containsEntry(
                        "SIMULATOR_GOOGLE_SUBSCRIBER_URL",
                        "http://localhost:8081/webhooks/google-health")
                .containsEntry("SIMULATOR_GOOGLE_SUBSCRIBER_SECRET", application.webhookSecret());
    }

    @Test
    void withIdAndSecretItIsRealAndTheServicesTalkToGoogle() {
        GoogleHealthApplication application =
                GoogleHealthApplication.from(
                        Map.of(
                                GoogleHealthApplication.CLIENT_ID, "1-a.apps.example",
                                GoogleHealthApplication.CLIENT_SECRET, "s"),
                        kept());

        assertThat(application.simulated()).isFalse();
        assertThat(application.serviceEnvironment(""))
                .containsOnlyKeys(
                        GoogleHealthApplication.CLIENT_ID, GoogleHealthApplication.CLIENT_SECRET);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void halfAnApplicationIsRefusedNamingTheOtherHalf() {
        assertThatThrownBy(() ->
                        GoogleHealthApplication.from(
                                Map.of(GoogleHealthApplication.CLIENT_ID, "1-a"), kept()))
                .hasMessageStartingWith(GoogleHealthApplication.CLIENT_SECRET);
        assertThatThrownBy(() ->
                        GoogleHealthApplication.from(
                                Map.of(GoogleHealthApplication.CLIENT_SECRET, "hush"), kept()))
                .hasMessageStartingWith(GoogleHealthApplication.CLIENT_ID)
                .hasMessageNotContaining("hush");
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(new GoogleHealthApplication(false, "1-a", "hush", "Bearer quiet"))
                .asString()
                .doesNotContain("hush", "quiet");
    }

    private Path kept() {
        return folder.resolve("simulator-google-health.properties");
    }
}
