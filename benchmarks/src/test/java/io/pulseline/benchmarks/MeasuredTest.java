package io.pulseline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.run.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {
    @ParameterizedTest(name = "{0} ± {1} ms")
    @CsvSource({
        "19.9, 5, false, false",
        "20, 0, false, false",
        "20.1, 0, true, false",
        "30, 0, true, false",
        "30.1, 0, true, true",
        "33, 3, true, false",
        "33.1, 3, true, true"
    })
    void whatNoiseMayBeIsNoFailure(
            double milliseconds, double error, boolean isOver, boolean isClearlyOver) {
        Measured measured = new Measured(Scenario.OUTDOOR, milliseconds, error);

        assertThat(measured.isOver()).isEqualTo(isOver);
        assertThat(measured.isClearlyOver()).isEqualTo(isClearlyOver);
    }
}
