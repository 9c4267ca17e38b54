package io.pulseline.pipeline.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

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
