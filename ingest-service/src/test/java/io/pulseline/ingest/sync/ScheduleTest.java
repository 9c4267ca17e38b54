package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Schedule AT_TEN_PAST = new Schedule(HOUR, Duration.ofMinutes(10));
    private static final ZoneHistory BERLIN =
            ZoneHistory.UNKNOWN.told(ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 1, 1));

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, 2026-11-21T12:10:00Z",
        "2026-11-21T12:09:59Z, 2026-11-21T12:10:00Z",
        "2026-11-21T12:10:00Z, 2026-11-21T13:10:00Z",
        "2026-11-21T23:30:00Z, 2026-11-22T00:10:00Z"
    })
    void ticksComeOnceAnHour(Instant now, Instant tick) {
        assertThat(AT_TEN_PAST.tickAfter(now)).isEqualTo(tick);
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin is an hour ahead of UTC in winter, two in summer.
        "2026-11-21T10:59:00Z, 2026-11-21T11:10:00Z",
        "2026-11-21T11:10:00Z, 2026-11-21T23:10:00Z",
        "2026-11-21T23:10:00Z, 2026-11-22T11:10:00Z",
        "2026-11-21T11:05:00Z, 2026-11-21T11:10:00Z",
        "2026-07-01T08:00:00Z, 2026-07-01T10:10:00Z"
    })
    void fixedChecksComeWithTheFirstTickAfterNoonAndMidnight(Instant now, Instant check) {
        assertThat(AT_TEN_PAST.fixedCheckAfter(now, BERLIN)).isEqualTo(check);
    }

    @Test
    void connectionsAreSpreadOverTheHour() {
        Schedule one = Schedule.of(UUID.fromString("00000000-0000-0000-0000-0000000000aa"), HOUR);
        Schedule other = Schedule.of(UUID.fromString("00000000-0000-0000-0000-0000000000ab"), HOUR);

        assertThat(one.phase()).isNotEqualTo(other.phase()).isLessThan(HOUR);
        assertThat(other.phase()).isLessThan(HOUR);
    }
}
