package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.client.ProviderSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayResultTest {
    private static final Comparison RIGHT = new Comparison("steps", 4, 4, 0, 0, 0, List.of());
    private static final Usage.Spent LITTLE = new Usage.Spent(30, 40);
    private static final Usage FRUGAL = usage(0);
    private static final Map<String, Long> ALL_STRUCK = Map.of("lost", 3L);

    private static Usage usage(long exceeded) {
        return new Usage(ProviderSide.FITBIT, LITTLE, LITTLE, LITTLE, LITTLE, 0, exceeded);
    }

    private static PlayResult result(
            Comparison records, Usage usage, Map<String, Long> struck, long deadLetters) {
        return result(
                PlayOptions.quick(1, true, PlayProvider.FITBIT),
                records,
                usage,
                struck,
                deadLetters);
    }

    private static PlayResult result(
            PlayOptions options,
            Comparison records,
            Usage usage,
            Map<String, Long> struck,
            long deadLetters) {
        return new PlayResult(
                options,
                List.of(records),
                10,
                1,
                List.of(usage),
                struck,
                deadLetters,
                List.of(),
                new PlayResult.Pace(
                        Instant.EPOCH, 7, Duration.ofMillis(40), Map.of(), Duration.ofMinutes(1)));
    }

    @Test
    void equalRecordsWithEveryFaultStruckPass() {
        assertThat(result(RIGHT, FRUGAL, ALL_STRUCK, 0).passed()).isTrue();
    }

    @Test
    void aFaultThatNeverStruckFails() {
        assertThat(result(RIGHT, FRUGAL, Map.of("lost", 3L, "doubled", 0L), 0).failures())
                .containsExactly("fault doubled never struck");
    }

    @Test
    void aLargePlayAtGoogleHealthHasSomethingDeleted() {
        PlayOptions options = new PlayOptions(50, 14, 1, true, PlayProvider.GOOGLE_HEALTH);

        assertThat(result(options, RIGHT, FRUGAL, ALL_STRUCK, 0).failures())
                .containsExactly("fault deleteNotification never struck");
    }

    @Test
    void anExceededQuotaFails() {
        assertThat(result(RIGHT, usage(1), ALL_STRUCK, 0).failures())
                .containsExactly("the quota of Fitbit was exceeded 1 times");
    }

    @Test
    void aDeadLetterFails() {
        assertThat(result(RIGHT, FRUGAL, ALL_STRUCK, 2).failures())
                .containsExactly("2 values on dead-letter topics");
    }

    @Test
    void aDifferenceFails() {
        Comparison missing = new Comparison("steps", 4, 3, 1, 0, 0, List.of());

        assertThat(result(missing, FRUGAL, ALL_STRUCK, 0).failures())
                .containsExactly("steps differs from the truth");
    }

    @Test
    void nothingComparedIsNoPass() {
        Comparison nothing = new Comparison("steps", 0, 0, 0, 0, 0, List.of());

        assertThat(result(nothing, FRUGAL, ALL_STRUCK, 0).failures())
                .containsExactly("the truth is empty: nothing was compared");
    }
}
