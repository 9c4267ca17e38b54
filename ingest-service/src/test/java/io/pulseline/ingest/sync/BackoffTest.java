package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void pausesAfterFailuresDoubleUpToTheLongest() {
        Backoff backoff =
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30), new Random(7));

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(10));
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        assertThat(backoff.after(60)).isBetween(Duration.ofSeconds(1_350), Duration.ofMinutes(30));
    }
}
