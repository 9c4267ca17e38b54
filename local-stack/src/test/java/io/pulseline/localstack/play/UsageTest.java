package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.client.Http;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void liveDaysAndHoursAreThoseAfterTheFirstTwoDays() throws IOException {
        // When
        Usage usage =
                Usage.of(
                        Http.JSON.readTree(
                                """
                                {"users":[
                                 {"userId":"A","overQuota":1,
                                  "days":{"2026-03-27":100,"2026-03-30":20},
                                  "hours":{"2026-03-27T12:00:00Z":90,"2026-03-30T03:00:00Z":15}},
                                 {"userId":"B","overQuota":2,"days":{"2026-03-30":40},
                                  "hours":{"2026-03-30T03:00:00Z":25}}]}
                                """),
                        Instant.parse("2026-03-27T12:00:00Z"));

        // Then
        assertThat(usage.userDay().most()).isEqualTo(100);
        assertThat(usage.liveUserDay()).isEqualTo(new Usage.Spent(30, 40));
        assertThat(usage.userHour().most()).isEqualTo(90);
        assertThat(usage.liveUserHour()).isEqualTo(new Usage.Spent(20, 25));
        assertThat(usage.quotaExceeded()).isEqualTo(3);
    }
}
