package io.pulseline.pipeline.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarMonthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T23:59:59.999999Z, November 2026, 2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "2026-12-01T00:00:00Z, December 2026, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12-31T23:59:59.999999Z, December 2026, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2028-02-29T12:00:00Z, February 2028, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        // Wherever clocks change in it.
        "2026-03-29T01:30:00Z, March 2026, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
    })
    void itBeginsAndEndsInUtc(Instant instant, String words, Instant begin, Instant end) {
        CalendarMonth month = CalendarMonth.of(instant);

        assertThat(month).hasToString(words);
        assertThat(month.begin()).isEqualTo(begin);
        assertThat(month.next().begin()).isEqualTo(end);
    }
}
