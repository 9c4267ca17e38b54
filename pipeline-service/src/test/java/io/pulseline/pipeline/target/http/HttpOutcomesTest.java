package io.pulseline.pipeline.target.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOutcomesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 410, 413, 415, 422, 301, 302, 307, 308})
    void whatStaysWrongIsRefused(int status) {
        assertThat(outcome(status)).isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whoIsNotKnownRests(int status) {
        assertThat(outcome(status))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Paused.class,
                        paused ->
                                assertThat(paused.reason())
                                        .startsWith("the server answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedLaterAsLongAfterAsAsked(int status) {
        assertThat(outcome(status))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Later.class,
                        later -> assertThat(later.retryAfter()).isEqualTo(Duration.ofSeconds(9)));
    }

    @Test
    void noAnswerIsTriedLaterAndAForbiddenAddressNever() {
        assertThat(HttpOutcomes.of(new HttpAnswer.None("no answer within 20 s"), "it", NOW))
                .isEqualTo(DeliveryOutcome.Later.because("no answer within 20 s"));
        assertThat(HttpOutcomes.of(new HttpAnswer.Forbidden("host x is not public"), "it", NOW))
                .isEqualTo(new DeliveryOutcome.Refused("host x is not public"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown field heartRate at line 12    | unknown field heartRate at line #",
                "{\"bpm\":72,\"rmssd\":41.2}           | {\"bpm\":#,\"rmssd\":#.#}",
                "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOi | token …",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw is wrong | … is wrong",
            })
    void anExcerptHasNeitherNumbersNorLongWords(String said, String kept) {
        assertThat(HttpOutcomes.excerpt(said)).isEqualTo(kept);
    }

    @Test
    void anExcerptIsShortAndOfOneLine() {
        assertThat(HttpOutcomes.excerpt("no\r\n\tno " + "no ".repeat(300)))
                .hasSize(200)
                .startsWith("no no no")
                .endsWith("…");
    }

    private static DeliveryOutcome outcome(int status) {
        return HttpOutcomes.of(
                new HttpAnswer.Received(status, Map.of("retry-after", "9"), "why".getBytes(UTF_8)),
                "the server",
                NOW);
    }
}
