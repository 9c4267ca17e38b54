package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Charge 6", "charge 6", " Fitbit Charge 6 ", "Pixel Watch 2", "Sense"})
    void theNewerModelsMeasureAllSix(String model) {
        assertThat(TrackerModels.measuredBy(model).orElseThrow())
                .containsExactly(
                        "heart-rate",
                        "heart-rate-variability",
                        "steps",
                        "respiratory-rate",
                        "oxygen-saturation",
                        "sleep");
    }

    @Test
    void olderOnesMeasureLess() {
        assertThat(TrackerModels.measuredBy("Inspire 2").orElseThrow())
                .doesNotContain("oxygen-saturation");
        assertThat(TrackerModels.measuredBy("Zip")).contains(List.of("steps"));
        assertThat(TrackerModels.measuredBy("Aria 2")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Charge 60", "Galaxy Ring"})
    void aModelThatIsNotInTheTableIsNotGuessed(String model) {
        assertThat(TrackerModels.measuredBy(model)).isEmpty();
    }
}
