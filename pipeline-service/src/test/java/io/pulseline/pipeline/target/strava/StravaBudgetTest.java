package io.pulseline.pipeline.target.strava;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.http.HttpAnswer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StravaBudgetTest {
    /** A second past a quarter of the last hour of a day. */
    private static final Instant START = Instant.parse("2026-03-28T23:15:01Z");

    private Instant now = START;
    private final StravaBudget budget =
            new StravaBudget(
                    settings(
                            Map.of(
                                    "pulseline.strava.requests-per-quarter-hour", "4",
                                    "pulseline.strava.requests-per-day", "6",
                                    "pulseline.strava.reads-per-quarter-hour", "2",
                                    "pulseline.strava.reads-per-day", "5")),
                    () -> now,
                    bound -> bound - 1);

    static StravaSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(StravaSettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(StravaSettings.class);
    }

    @Test
    void theDefaultsAreThoseOfANewApplication() {
        StravaSettings settings = settings(Map.of());

        assertThat(settings.requestsPerQuarterHour()).isEqualTo(200);
        assertThat(settings.requestsPerDay()).isEqualTo(2000);
        assertThat(settings.readsPerQuarterHour()).isEqualTo(100);
        assertThat(settings.readsPerDay()).isEqualTo(1000);
        assertThat(settings.apiUrl()).hasToString("https://www.strava.com/api/v3");
        assertThat(settings.isSetUp()).isFalse();
    }

    @Test
    void readsEndBeforeUploads() {
        assertThat(budget.take(false)).isEmpty();
        assertThat(budget.take(false)).isEmpty();

        // To 23:30:00, and 20 s at most behind it.
        assertThat(budget.take(false)).hasValue(Duration.ofSeconds(899 + 20));
        assertThat(budget.take(true)).isEmpty();
        assertThat(budget.take(true)).isEmpty();
        assertThat(budget.take(true)).isPresent();
    }

    @Test
    void aNewQuarterHasItsOwnShareButOneDayHasOne() {
        use(4);
        now = Instant.parse("2026-03-28T23:30:00Z");
        use(2);

        // Of the day all six are gone: to midnight UTC.
        assertThat(budget.take(true)).hasValue(Duration.ofMinutes(30).plusSeconds(20));
        now = Instant.parse("2026-03-29T00:00:00Z");
        assertThat(budget.take(true)).isEmpty();
    }

    @Test
    void whatAnAnswerTellsCounts() {
        budget.learn(told("10,100", "9,20", "4,50", "1,1"), START);

        assertThat(budget.take(true)).isEmpty();
        assertThat(budget.take(true)).isPresent();
        now = now.plus(Duration.ofMinutes(15));
        assertThat(budget.take(false)).isEmpty();
    }

    @Test
    void anAnswerThatWasOvertakenChangesNothing() {
        use(3);
        budget.learn(told("4,6", "1,1", "2,5", "0,0"), START);
        assertThat(budget.take(true)).isEmpty();
        assertThat(budget.take(true)).isPresent();

        now = now.plus(Duration.ofMinutes(15));
        budget.learn(told("4,100", "4,4", "2,5", "0,0"), START);
        assertThat(budget.take(true)).isEmpty();
    }

    @Test
    void strangeHeadersAreNotBelieved() {
        budget.learn(told("many", "1", "", "1,2,3"), START);

        assertThat(budget.take(true)).isEmpty();
    }

    @Test
    void afterARefusalNothingIsLeftInTheQuarter() {
        assertThat(budget.refused(true)).isEqualTo(Duration.ofSeconds(899 + 20));
        assertThat(budget.take(true)).isPresent();
        assertThat(budget.take(false)).isPresent();

        now = now.plus(Duration.ofMinutes(15));
        assertThat(budget.take(true)).isEmpty();
    }

    private void use(int uploads) {
        for (int upload = 0; upload < uploads; upload++) {
            assertThat(budget.take(true)).isEqualTo(Optional.empty());
        }
    }

    private static HttpAnswer.Received told(
            String limit, String usage, String readLimit, String readUsage) {
        return new HttpAnswer.Received(
                200,
                Map.of(
                        "x-ratelimit-limit", limit,
                        "x-ratelimit-usage", usage,
                        "x-readratelimit-limit", readLimit,
                        "x-readratelimit-usage", readUsage),
                new byte[0]);
    }
}
