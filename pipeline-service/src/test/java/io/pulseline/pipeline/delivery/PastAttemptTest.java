package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastAttemptTest {
    @Test
    void attemptsSurviveTheDatabase() {
        List<PastAttempt> past =
                List.of(
                        new PastAttempt(
                                1, 1_795_000_000_000L, "LATER", "busy \"now\"", 31, 503, "busy"),
                        new PastAttempt(2, 1_795_000_005_000L, "ACCEPTED", null, 7, null, null));

        assertThat(PastAttempt.read("[" + past.get(0).json() + "," + past.get(1).json() + "]"))
                .isEqualTo(past);
    }
}
