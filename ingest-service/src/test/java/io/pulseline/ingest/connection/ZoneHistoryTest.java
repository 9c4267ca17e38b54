package io.pulseline.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void theTextReadsBackTheSame() {
        ZoneHistory history =
                ZoneHistory.UNKNOWN.told(BERLIN, TODAY).told(KOLKATA, TODAY.plusDays(3));

        assertThat(ZoneHistory.parse(history.text())).isEqualTo(history);
        assertThat(ZoneHistory.parse("")).isEqualTo(new ZoneHistory(List.of()));
    }
}
