package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.client.Http;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Instant START = Instant.parse("2026-03-27T12:00:00Z");

    private static Person person(String owner, String... specials) {
        return new Person(owner, LocalDate.parse("2026-03-20"), Set.of(specials));
    }

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
                        START,
                        List.of(person("A"), person("B")));

        // Then
        assertThat(usage.userDay().most()).isEqualTo(100);
        assertThat(usage.liveUserDay()).isEqualTo(new Usage.Spent(30, 40));
        assertThat(usage.userHour().most()).isEqualTo(90);
        assertThat(usage.liveUserHour()).isEqualTo(new Usage.Spent(20, 25));
        assertThat(usage.quotaExceeded()).isEqualTo(3);
    }

    @Test
    void aLiveDayAndALiveHourHaveTheirLimitsButNotWeeksThatComeAtOnce() throws IOException {
        // When
        Usage usage =
                Usage.of(
                        Http.JSON.readTree(
                                """
                                {"users":[
                                 {"userId":"A","days":{"2026-04-15":150},
                                  "hours":{"2026-04-15T12:00:00Z":50}},
                                 {"userId":"B","days":{"2026-04-15":121},
                                  "hours":{"2026-04-15T12:00:00Z":41}}]}
                                """),
                        START,
                        List.of(person("A", "lateSync20"), person("B", "nap")));

        // Then
        assertThat(usage.excesses())
                .containsExactly(
                        "a live user-day took 121 requests, more than 120",
                        "a live user-hour took 41 requests, more than 40");
    }
}
