package io.pulseline.pipeline.target.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.Heard;
import io.pulseline.pipeline.target.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void twoHundredsAreAccepted(int status) {
        assertThat(outcome(status, Map.of()))
                .isEqualTo(new DeliveryOutcome.Accepted(null, new Heard(status, "")));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                301, 302, 307, 308, 401, 403, 408, 409, 425, 429, 500, 501, 502, 503, 504, 599,
            })
    void whatMayPassIsTriedAgain(int status) {
        assertThat(outcome(status, Map.of("retry-after", "7")))
                .isEqualTo(
                        new DeliveryOutcome.Later(
                                "the receiver answered " + status,
                                Duration.ofSeconds(7),
                                new Heard(status, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 413, 415, 422})
    void whatStaysWrongIsRefused(int status) {
        assertThat(outcome(status, Map.of()))
                .isEqualTo(
                        new DeliveryOutcome.Refused(
                                "the receiver answered " + status, new Heard(status, "")));
    }

    @Test
    void goneDisablesTheTarget() {
        assertThat(outcome(410, Map.of()))
                .isEqualTo(
                        new DeliveryOutcome.Disabled(
                                "the receiver answered 410 (gone)", new Heard(410, "")));
    }

    private static DeliveryOutcome outcome(int status, Map<String, String> headers) {
        return WebhookTarget.outcome(new HttpAnswer.Received(status, headers, new byte[0]), NOW);
    }
}
