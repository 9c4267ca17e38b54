package io.pulseline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kill -9 between the notification and the delivery, for each service. */
class KilledServiceTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final RunningStack stack = RunningStack.shared();

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "normalizer", "pipeline"})
    void aServiceKilledBetweenNotificationAndDeliveryEndsInOneDeliveredRun(String service) {
        // Given
        Runner runner = Runner.connected(stack);

        // When
        String logId = runner.finishesRun(Map.of());
        stack.kill(service);
        stack.start(service);

        // Then
        assertOneDeliveredRun(runner, logId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline"})
    void aServiceKilledWhileTheTargetRefusesStillDeliversOnce(String service) {
        // Given
        Runner runner = Runner.connected(stack);
        runner.receiverAnswers(500);

        // When
        String logId = runner.finishesRun(Map.of());
        await().atMost(LIMIT).until(() -> !runner.webhooksAbout(logId).isEmpty());
        stack.kill(service);
        stack.start(service);

        // Then
        assertOneDeliveredRun(runner, logId);
    }

    private static void assertOneDeliveredRun(Runner runner, String logId) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(runner.runs())
                                .singleElement()
                                .extracting("status")
                                .isEqualTo("SYNCED"));
        List<Map<String, Object>> webhooks = runner.webhooksAbout(logId);
        assertThat(
                        webhooks.stream()
                                .map(message -> message.get("webhookId"))
                                .collect(Collectors.toSet()))
                .as("webhook ids seen by the receiver")
                .hasSize(1);
    }
}
