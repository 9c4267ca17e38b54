package io.pulseline.pipeline.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void twoHundredsAreAccepted(int status) {
        assertThat(WebhookTarget.outcome(status, null)).isEqualTo(new DeliveryOutcome.Accepted());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                301, 302, 307, 308, 401, 403, 408, 409, 425, 429, 500, 501, 502, 503, 504, 599,
            })
    void whatMayPassIsTriedAgain(int status) {
        assertThat(WebhookTarget.outcome(status, Duration.ofSeconds(7)))
                .isEqualTo(
                        new DeliveryOutcome.Later(
                                "the receiver answered " + status, Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 413, 415, 422})
    void whatStaysWrongIsRefused(int status) {
        assertThat(WebhookTarget.outcome(status, null))
                .isEqualTo(new DeliveryOutcome.Refused("the receiver answered " + status));
    }

    @Test
    void goneDisablesTheTarget() {
        assertThat(WebhookTarget.outcome(410, null))
                .isEqualTo(new DeliveryOutcome.Disabled("the receiver answered 410 (gone)"));
    }

    @ParameterizedTest(name = "Retry-After: {0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                "0                             | PT0S",
                "' 5 '                         | PT5S",
                "Sat, 21 Nov 2026 10:00:30 GMT | PT30S",
                "Sat, 21 Nov 2026 09:00:00 GMT | PT0S",
            })
    void retryAfterIsReadInBothForms(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999"})
    void aStrangeRetryAfterIsIgnored(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
