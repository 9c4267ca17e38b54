package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** As {@link DeliverySettings} has them by default. */
    private static final List<Duration> STANDARD =
            Stream.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
                    .map(Duration::parse)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H",
    })
    void delaysAreThoseOfStandardWebhooks(int attempts, Duration delay) {
        assertThat(new RetrySchedule(STANDARD, () -> 0).next(attempts, NOW, null))
                .contains(NOW.plus(delay));
    }

    @Test
    void afterTheTenthAttemptItIsOver() {
        assertThat(new RetrySchedule(STANDARD, () -> 0).next(10, NOW, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11, PT5S", "12, PT5M", "19, PT24H", "21, PT5S"})
    void anAttemptOnRequestBeginsTheScheduleAnew(int attempts, Duration delay) {
        assertThat(new RetrySchedule(STANDARD, () -> 0).next(attempts, NOW, null))
                .contains(NOW.plus(delay));
    }

    @Test
    void theScheduleThatBeganAnewEndsToo() {
        assertThat(new RetrySchedule(STANDARD, () -> 0).next(20, NOW, null)).isEmpty();
    }

    @Test
    void withoutAnyDelayOneAttemptIsAll() {
        assertThat(new RetrySchedule(List.of(), () -> 0).next(1, NOW, null)).isEmpty();
    }

    @Test
    void jitterAddsUpToATenth() {
        assertThat(new RetrySchedule(STANDARD, () -> 1).next(1, NOW, null))
                .contains(NOW.plusMillis(5_500));
    }

    @Test
    void aTargetMayAskForMorePatienceButNotForLess() {
        RetrySchedule schedule = new RetrySchedule(STANDARD, () -> 0);

        assertThat(schedule.next(1, NOW, Duration.ofMinutes(3)))
                .contains(NOW.plus(Duration.ofMinutes(3)));
        assertThat(schedule.next(2, NOW, Duration.ofSeconds(1)))
                .contains(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void noTargetMayPostponeByMoreThanADay() {
        assertThat(new RetrySchedule(STANDARD, () -> 0).next(1, NOW, Duration.ofDays(365)))
                .contains(NOW.plus(Duration.ofHours(24)));
    }
}
