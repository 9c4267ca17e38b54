package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.OpenSets.PayloadKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fitbit rings before it can show the heart rate; four minutes later it can. */
class LateHeartRateTest {
    private final RunningStack stack = RunningStack.shared();

    @Test
    void heartRateThatComesFourMinutesLateIsInTheOneWebhook() {
        // Given
        Runner runner = Runner.connected(stack);
        String logId = runner.finishesRun(Map.of("heartRateAvailableAfterSeconds", 240));

        // When
        for (int minute = 1; minute <= 3; minute++) {
            int before = stack.requests(runner.fitbitUser(), "/activities/heart/");
            stack.advanceClock(Duration.ofMinutes(1));
            stack.awaitMoreRequests(runner.fitbitUser(), "/activities/heart/", before);
            // Else the pause to the next look would begin after the next minute.
            stack.awaitNoted(runner.fitbitUser(), PayloadKind.ACTIVITY);
            assertThat(runner.webhooksAbout(logId))
                    .as("webhooks after %d minutes", minute)
                    .isEmpty();
        }
        stack.advanceClock(Duration.ofMinutes(2));

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> !runner.webhooksAbout(logId).isEmpty());
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(runner.runs())
                                .singleElement()
                                .extracting("status")
                                .isEqualTo("SYNCED"));
        int before = stack.requests(runner.fitbitUser(), "/activities/list.json");
        stack.advanceClock(Duration.ofMinutes(70));
        stack.awaitMoreRequests(runner.fitbitUser(), "/activities/list.json", before);
        assertThat(runner.webhooksAbout(logId))
                .singleElement()
                .extracting("body.data.completeness")
                .isEqualTo("COMPLETE");
        assertThat(runner.webhooksAbout(logId))
                .singleElement()
                .extracting("body.data.heartRate")
                .isNotNull();
    }
}
