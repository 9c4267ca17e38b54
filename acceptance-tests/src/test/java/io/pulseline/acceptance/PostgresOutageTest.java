package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** PostgreSQL is away for a minute while people keep running. */
class PostgresOutageTest {
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(10);

    private final RunningStack stack = RunningStack.shared();

    @Test
    void nothingIsLostAndNothingIsDeadLetteredWhileTheDatabaseIsAway() {
        // Given
        Runner runner = Runner.connected(stack);
        long deadLetters = stack.deadLetters();
        List<String> logs = new ArrayList<>();

        // When
        stack.stopPostgres();
        long back = System.nanoTime() + OUTAGE.toNanos();
        while (System.nanoTime() < back) {
            logs.add(runner.finishesRun(Map.of("minutes", 5)));
            long next = System.nanoTime() + BETWEEN_RUNS.toNanos();
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(BETWEEN_RUNS.plusSeconds(5))
                    .until(() -> System.nanoTime() > next);
        }
        stack.startPostgres();

        // Then
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(logs)
                                .allSatisfy(log ->
                                        assertThat(runner.webhooksAbout(log))
                                                .as("webhooks about %s", log)
                                                .isNotEmpty()));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(runner.runs())
                                .hasSize(logs.size())
                                .extracting("status")
                                .containsOnly("SYNCED"));
        assertThat(stack.deadLetters()).isEqualTo(deadLetters);
    }
}
