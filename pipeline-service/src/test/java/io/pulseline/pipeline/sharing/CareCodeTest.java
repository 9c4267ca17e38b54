package io.pulseline.pipeline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CareCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void aCodeIsEasyToReadOutAndHoldsForThreeDays() {
        CareCode code = CareCode.random(NOW);

        assertThat(code.code()).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(code.expiresAt()).isEqualTo("2026-12-02T12:00:00Z");
        assertThat(CareCode.read(code.code())).isEqualTo(code.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7kqf2-m9x0t", " 7KQF2M9XOT ", "7kqf2 m9xot"})
    void aCodeIsKnownHoweverItIsTyped(String typed) {
        assertThat(CareCode.read(typed)).isEqualTo("7KQF2-M9X0T");
    }

    /** The last one: clocks go back on that day, so it has 25 hours. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01, UTC, 2026-12-02T00:00:00Z",
        "2026-12-01, Pacific/Auckland, 2026-12-01T11:00:00Z",
        "2026-12-01, -08:00, 2026-12-02T08:00:00Z",
        "2026-10-25, Europe/Berlin, 2026-10-25T23:00:00Z",
    })
    void aDayEndsWhereTheUserIs(LocalDate day, String zone, Instant end) {
        assertThat(Share.endOf(day, ZoneId.of(zone))).isEqualTo(end);
    }
}
