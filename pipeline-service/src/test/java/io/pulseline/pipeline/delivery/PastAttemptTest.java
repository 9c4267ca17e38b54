package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PastAttemptTest {
    @Test
    void attemptsSurviveTheDatabase() {
        List<PastAttempt> past =
                List.of(
                        new PastAttempt(1, 1_795_000_000_000L, "LATER", "busy \"now\"", 31),
                        new PastAttempt(2, 1_795_000_005_000L, "ACCEPTED", null, 7));

        assertThat(PastAttempt.read(PastAttempt.write(past))).isEqualTo(past);
    }

    @Test
    void theOldestGiveWayToTheLatest() {
        List<PastAttempt> past =
                LongStream.rangeClosed(1, 50).mapToObj(PastAttemptTest::attempt).toList();

        List<PastAttempt> all = PastAttempt.with(past, attempt(51));

        assertThat(all).hasSize(50).startsWith(attempt(2)).endsWith(attempt(51));
    }

    private static PastAttempt attempt(long number) {
        return new PastAttempt((int) number, number, "LATER", "busy", 1);
    }
}
