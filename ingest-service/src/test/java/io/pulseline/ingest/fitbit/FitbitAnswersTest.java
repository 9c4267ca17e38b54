package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static Instant reset(Map<String, String> headers) {
        return RateLimitReset.after(NOW, name -> Optional.ofNullable(headers.get(name)), MARGIN);
    }

    @Test
    void fitbitsOwnHeaderComesFirst() {
        assertThat(reset(Map.of("Fitbit-Rate-Limit-Reset", "1478", "Retry-After", "10")))
                .isEqualTo(NOW.plusSeconds(1483));
    }

    @Test
    void retryAfterComesSecond() {
        assertThat(reset(Map.of("Retry-After", "10"))).isEqualTo(NOW.plusSeconds(15));
    }

    @Test
    void withoutAHeaderTheNextHourIsWaitedFor() {
        assertThat(reset(Map.of())).isEqualTo(Instant.parse("2026-11-21T11:00:05Z"));
        assertThat(reset(Map.of("Retry-After", "Fri, 31 Dec 2027 23:59:59 GMT")))
                .isEqualTo(Instant.parse("2026-11-21T11:00:05Z"));
        assertThat(reset(Map.of("Fitbit-Rate-Limit-Reset", "999999")))
                .isEqualTo(Instant.parse("2026-11-21T11:00:05Z"));
    }

    @Test
    void theTypeOfAnErrorIsAllThatIsKept() {
        assertThat(
                        FitbitErrors.type(
                                """
                                {"errors":[{"errorType":"invalid_grant","message":"Refresh token invalid: 5a8c"}],"success":false}
                                """
                                        .getBytes(UTF_8)))
                .isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"errors\":[{\"errorType\":\"eyJhbGciOiJIUzI1NiJ9\"}]}",
                "{\"error\":{\"code\":403,\"message\":\"x\",\"status\":\"PERMISSION_DENIED\"}}"
            })
    void whatIsNotFitbitsEnvelopeHasNoType(String body) {
        assertThat(FitbitErrors.type(body.getBytes(UTF_8))).isEqualTo("no error type");
    }
}
