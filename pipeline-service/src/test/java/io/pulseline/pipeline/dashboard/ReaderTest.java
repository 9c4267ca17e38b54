package io.pulseline.pipeline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.preference.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What people read in their own zone and units. */
class ReaderTest {
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");
    private final Reader berlin = new Reader(ZoneId.of("Europe/Berlin"), Units.METRIC, NOW);
    private final Reader denver = new Reader(ZoneId.of("America/Denver"), Units.IMPERIAL, NOW);

    @Test
    void todayIsTheReadersOwnDay() {
        assertThat(berlin.today()).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(denver.today()).isEqualTo(LocalDate.of(2026, 10, 24));
    }

    @Test
    void bothTwoOClocksOfTheNightInWhichClocksGoBackAreShown() {
        assertThat(berlin.moment(NOW)).isEqualTo("Sun 25 Oct 2026, 02:30");
        assertThat(berlin.moment(NOW.plus(Duration.ofHours(1))))
                .isEqualTo("Sun 25 Oct 2026, 02:30");
    }

    @Test
    void whatIsAbsentIsADashAndNeverNought() {
        assertThat(berlin.distance(null)).isEqualTo("–");
        assertThat(berlin.pace(0.0)).isEqualTo("–");
        assertThat(berlin.duration(null)).isEqualTo("–");
        assertThat(berlin.whole(null, "bpm")).isEqualTo("–");
        assertThat(berlin.distance(0.0)).isEqualTo("0.00 km");
    }

    @Test
    void lengthsAreToldInTheReadersUnits() {
        assertThat(berlin.distance(10_000.0)).isEqualTo("10.00 km");
        assertThat(denver.distance(10_000.0)).isEqualTo("6.21 mi");
        assertThat(denver.height(100.0)).isEqualTo("328 ft");
        assertThat(denver.weight(80.0)).isEqualTo("176.4 lb");
    }

    @Test
    void aPaceIsMinutesForTheReadersOwnLength() {
        assertThat(berlin.pace(3.125)).isEqualTo("5:20 /km");
        assertThat(denver.pace(3.125)).isEqualTo("8:35 /mi");
    }

    @Test
    void durationsBelowAnHourShowSeconds() {
        assertThat(berlin.duration(1_859_600L)).isEqualTo("31:00 min");
        assertThat(berlin.duration(3_720_000L)).isEqualTo("1 h 02 min");
    }

    @Test
    void howLongAgoIsToldFromTheReadersNow() {
        assertThat(berlin.ago(NOW.minusSeconds(30))).isEqualTo("just now");
        assertThat(berlin.ago(NOW.minus(Duration.ofMinutes(90)))).isEqualTo("1 h ago");
        assertThat(berlin.ago(NOW.plus(Duration.ofMinutes(12)))).isEqualTo("in 12 min");
        assertThat(berlin.ago(NOW.minus(Duration.ofDays(3)))).isEqualTo("3 d ago");
    }
}
