package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitbitApplicationTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void withoutSettingsItIsSimulatedAndItsSecretsAreKept() {
        FitbitApplication first = FitbitApplication.from(Map.of(), kept());
        FitbitApplication second = FitbitApplication.from(Map.of(), kept());

        assertThat(first.simulated()).isTrue();
        assertThat(first.clientSecret()).hasSizeGreaterThan(20);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void withIdAndSecretItIsReal() {
        FitbitApplication application =
                FitbitApplication.from(
                        Map.of(
                                FitbitApplication.CLIENT_ID, "23XYZ1",
                                FitbitApplication.CLIENT_SECRET, "s",
                                FitbitApplication.VERIFICATION_CODE, "v"),
                        kept());

        assertThat(application).isEqualTo(new FitbitApplication(false, "23XYZ1", "s", "v"));
    }

    @Test
    void halfAnApplicationIsRefusedNamingTheOtherHalf() {
        assertThatThrownBy(() ->
                        FitbitApplication.from(
                                Map.of(FitbitApplication.CLIENT_ID, "23XYZ1"), kept()))
                .hasMessageStartingWith(FitbitApplication.CLIENT_SECRET);
        assertThatThrownBy(() ->
                        FitbitApplication.from(
                                Map.of(FitbitApplication.CLIENT_SECRET, "hush"), kept()))
                .hasMessageStartingWith(FitbitApplication.CLIENT_ID)
                .hasMessageNotContaining("hush");
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(new FitbitApplication(false, "23XYZ1", "hush", "code"))
                .asString()
                .doesNotContain("hush", "code");
    }

    private Path kept() {
        return folder.resolve("simulator.properties");
    }
}
