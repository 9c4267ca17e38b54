package io.pulseline.localstack.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
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
                        ProviderSide.FITBIT,
                        Http.JSON.readTree(
                                """
                                {"users":[
                                 {"userId":"A","overQuota":1,
                                  "hours":{"2026-03-27T12:00:00Z":90,"2026-03-27T14:00:00Z":10,
                                   "2026-03-30T03:00:00Z":15,"2026-03-30T04:00:00Z":5}},
                                 {"userId":"B","overQuota":2,
                                  "hours":{"2026-03-30T03:00:00Z":25,"2026-03-30T04:00:00Z":15}}]}
                                """),
                        START,
                        List.of(person("A"), person("B")));

        // Then
        assertThat(usage.userDay().most()).isEqualTo(100);
        assertThat(usage.liveUserDay()).isEqualTo(new Usage.Spent(30, 40));
        assertThat(usage.userHour().most()).isEqualTo(90);
        assertThat(usage.liveUserHour()).isEqualTo(new Usage.Spent(15, 25));
        assertThat(usage.quotaExceeded()).isEqualTo(3);
    }

    @Test
    void aLiveDayAndALiveHourHaveTheirLimitsButNotWeeksThatComeAtOnce() throws IOException {
        // When
        Usage usage =
                Usage.of(
                        ProviderSide.FITBIT,
                        Http.JSON.readTree(
                                """
                                {"users":[
                                 {"userId":"A",
                                  "hours":{"2026-04-15T12:00:00Z":150}},
                                 {"userId":"B",
                                  "hours":{"2026-04-15T12:00:00Z":41,"2026-04-15T13:00:00Z":40,
                                   "2026-04-15T14:00:00Z":40}}]}
                                """),
                        START,
                        List.of(person("A", "lateSync20"), person("B", "nap")));

        // Then
        assertThat(usage.excesses())
                .containsExactly(
                        "a live user-day took 121 requests, more than 120",
                        "a live user-hour took 41 requests, more than 40");
    }

    @Test
    void googleAllowsThreeHundredRequestsAMinuteAndCountsNoHours() throws IOException {
        Usage usage = google(300);

        assertThat(usage.excesses()).isEmpty();
        assertThat(usage.userDay().most()).isEqualTo(900);
        assertThat(google(301).excesses())
                .containsExactly("a user-minute took 301 requests, more than 300");
    }

    private static Usage google(int mostInAMinute) throws IOException {
        return Usage.of(
                ProviderSide.GOOGLE_HEALTH,
                Http.JSON.readTree(
                        """
                        {"users":[{"userId":"B","mostInAMinute":%d,"overQuota":0,
                          "hours":{"2026-04-15T12:00:00Z":900}}]}
                        """
                                .formatted(mostInAMinute)),
                START,
                List.of(person("B")));
    }
}
