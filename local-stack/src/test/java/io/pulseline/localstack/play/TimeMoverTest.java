package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeMoverTest {
    private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

    private static Instant target(String... happenings) {
        return TimeMover.target(
                NOON, Duration.ofMinutes(5), Stream.of(happenings).map(Instant::parse));
    }

    @Test
    void whatHappensWithinTheSameMinutesIsReachedInOneStep() {
        assertThat(target("2026-03-27T12:11:00Z", "2026-03-27T12:13:30Z"))
                .isEqualTo("2026-03-27T12:15:00Z");
    }

    @Test
    void aQuietTimeIsCrossedInStepsOfAnHour() {
        assertThat(target("2026-03-27T20:00:00Z")).isEqualTo("2026-03-27T13:00:00Z");
        assertThat(target()).isEqualTo("2026-03-27T13:00:00Z");
    }

    @Test
    void aHappeningAtTheEndOfTheMinutesNeedsNoLongerStep() {
        assertThat(target("2026-03-27T12:05:00Z")).isEqualTo("2026-03-27T12:05:00Z");
    }

    @Test
    void whatLiesBehindDoesNotHoldTimeUp() {
        assertThat(target("2026-03-27T11:00:00Z")).isEqualTo("2026-03-27T12:05:00Z");
    }
}
