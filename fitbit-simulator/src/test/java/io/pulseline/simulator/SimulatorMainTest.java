package io.pulseline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.simulator.googlehealth.GoogleHealthConfig;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorMainTest {

    @Test
    void anEmptyEnvironmentListensOnLoopbackOnly() {
        SimulatorConfig config = SimulatorMain.config(Map.of());

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8089);
        assertThat(config.selfUrl()).isEqualTo("http://localhost:8089");
        assertThat(config.subscriberUrl()).isNull();
    }

    @Test
    void everyVariableIsRead() {
        SimulatorConfig config =
                SimulatorMain.config(
                        Map.of(
                                "SIMULATOR_PORT", "9000",
                                "SIMULATOR_HOST", "0.0.0.0",
                                "SIMULATOR_SELF_URL", "http://simulator:9000/",
                                "SIMULATOR_BROWSER_URL", "http://localhost:9000",
                                "SIMULATOR_CLIENT_ID", "ID",
                                "SIMULATOR_CLIENT_SECRET", "s",
                                "SIMULATOR_REDIRECT_URIS", "http://a/cb, http://b/cb",
                                "SIMULATOR_SUBSCRIBER_URL", "http://proxy/webhooks/fitbit",
                                "SIMULATOR_VERIFICATION_CODE", "v",
                                "SIMULATOR_NOTIFICATION_RETRY_SECONDS", "1,2"));

        assertThat(config)
                .isEqualTo(
                        SimulatorConfig.defaults()
                                .withListener("0.0.0.0", 9000)
                                .withUrls("http://simulator:9000", "http://localhost:9000")
                                .withApplication("ID", "s", List.of("http://a/cb", "http://b/cb"))
                                .withSubscriber(
                                        URI.create("http://proxy/webhooks/fitbit"),
                                        "v",
                                        List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                                .withTime(config.time()));
    }

    @Test
    void theGoogleSideHasVariablesOfItsOwn() {
        GoogleHealthConfig google =
                SimulatorMain.config(
                                Map.of(
                                        "SIMULATOR_GOOGLE_CLIENT_ID", "ID",
                                        "SIMULATOR_GOOGLE_CLIENT_SECRET", "s",
                                        "SIMULATOR_GOOGLE_REDIRECT_URIS", "http://a/cb",
                                        "SIMULATOR_GOOGLE_PROJECT_NUMBER", "12",
                                        "SIMULATOR_GOOGLE_ADMINISTRATOR_TOKEN", "t",
                                        "SIMULATOR_GOOGLE_SUBSCRIBER_URL", "http://proxy/w",
                                        "SIMULATOR_GOOGLE_SUBSCRIBER_SECRET", "Bearer b",
                                        "SIMULATOR_GOOGLE_RETRY_SECONDS", "1"))
                        .googleHealth();

        assertThat(google)
                .isEqualTo(
                        GoogleHealthConfig.defaults()
                                .withClient("ID", "s", List.of("http://a/cb"))
                                .withProject("12", "t")
                                .withSubscriber(
                                        URI.create("http://proxy/w"),
                                        "Bearer b",
                                        List.of(Duration.ofSeconds(1))));
    }

    @Test
    void aWrongVariableIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorMain.config(Map.of("SIMULATOR_PORT", "many")))
                .withMessageContaining("SIMULATOR_PORT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorMain.config(Map.of("SIMULATOR_SUBSCRIBER_URL", "a b")))
                .withMessageContaining("SIMULATOR_SUBSCRIBER_URL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatorMain.config(Map.of("SIMULATOR_CLOCK_START", "now")))
                .withMessageContaining("SIMULATOR_CLOCK_START");
    }

    @Test
    void timeBeginsWhereToldAndStandsStill() {
        SimulatorConfig config =
                SimulatorMain.config(Map.of("SIMULATOR_CLOCK_START", "2026-10-15T00:00:00Z"));

        assertThat(config.time().instant()).isEqualTo(Instant.parse("2026-10-15T00:00:00Z"));
    }

    @Test
    void aTakenPortIsNamed() {
        try (FitbitSimulator first = Morning.simulator()) {
            int port = URI.create(first.apiUrl()).getPort();

            assertThatThrownBy(() ->
                            FitbitSimulator.start(
                                    SimulatorConfig.defaults().withListener("127.0.0.1", port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }
}
