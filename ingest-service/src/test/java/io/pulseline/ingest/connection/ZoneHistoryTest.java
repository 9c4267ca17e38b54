package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneHistoryTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theFirstZoneHoldsFromTheBeginning() {
        assertThat(ZoneHistory.UNKNOWN.told(BERLIN, TODAY).zones())
                .containsExactly(new ZoneHistory.Since(null, BERLIN));
    }

    @Test
    void anotherZoneHoldsFromTheDayItWasTold() {
        ZoneHistory history =
                ZoneHistory.UNKNOWN.told(BERLIN, TODAY).told(KOLKATA, TODAY.plusDays(3));

        assertThat(history.zones())
                .containsExactly(
                        new ZoneHistory.Since(null, BERLIN),
                        new ZoneHistory.Since(TODAY.plusDays(3), KOLKATA));
        assertThat(history.current()).contains(KOLKATA);
    }

    @Test
    void theSameZoneAgainIsNoNews() {
        ZoneHistory history = ZoneHistory.UNKNOWN.told(BERLIN, TODAY);

        assertThat(history.told(BERLIN, TODAY.plusDays(1))).isSameAs(history);
    }

    @ParameterizedTest
    @CsvSource({
        // No change on the day before the first one told, nor long before.
        "1990-01-01, Europe/Berlin",
        "2026-11-20, Europe/Berlin",
        "2026-11-21, Europe/Berlin",
        "2026-11-23, Europe/Berlin",
        "2026-11-24, Asia/Kolkata",
        "2026-12-01, Asia/Kolkata",
        "2026-12-02, America/New_York",
        "2099-12-31, America/New_York"
    })
    void aDateHasTheZoneThatBeganLastBeforeItOrOnIt(LocalDate date, ZoneId zone) {
        ZoneHistory history =
                ZoneHistory.UNKNOWN
                        .told(BERLIN, TODAY)
                        .told(KOLKATA, TODAY.plusDays(3))
                        .told(ZoneId.of("America/New_York"), TODAY.plusDays(11));

        assertThat(history.on(date)).contains(zone);
    }

    @Test
    void aDateBeforeEveryKnownZoneHasTheOldest() {
        ZoneHistory history =
                new ZoneHistory(
                        List.of(
                                new ZoneHistory.Since(TODAY, BERLIN),
                                new ZoneHistory.Since(TODAY.plusDays(3), KOLKATA)));

        assertThat(history.on(TODAY.minusDays(1))).contains(BERLIN);
    }

    @Test
    void withoutAnyZoneNoDateHasOne() {
        assertThat(ZoneHistory.UNKNOWN.on(TODAY)).isEmpty();
    }

    @Test
    void aFlightAcrossTheDateLineLeavesTheDatesInOrder() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        ZoneId honolulu = ZoneId.of("Pacific/Honolulu");

        ZoneHistory history =
                ZoneHistory.UNKNOWN
                        .told(BERLIN, TODAY)
                        .told(auckland, TODAY.plusDays(3))
                        .told(honolulu, TODAY.plusDays(2));

        assertThat(history.zones())
                .containsExactly(
                        new ZoneHistory.Since(null, BERLIN),
                        new ZoneHistory.Since(TODAY.plusDays(2), honolulu));
    }

    @Test
    void theTextReadsBackTheSame() {
        ZoneHistory history =
                ZoneHistory.UNKNOWN.told(BERLIN, TODAY).told(KOLKATA, TODAY.plusDays(3));

        assertThat(ZoneHistory.parse(history.text())).isEqualTo(history);
        assertThat(ZoneHistory.parse("")).isEqualTo(new ZoneHistory(List.of()));
    }
}
