package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HourHashesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static HourHashes of(Map<Integer, String> rows, int fromHour, String coveredTo) {
        return HourHashes.of(rows, DAY, UTC, fromHour, Instant.parse(coveredTo));
    }

    @Test
    void hoursThatAreNotCoveredAreNotTold() {
        assertThat(of(Map.of(9, "a"), 9, "2026-11-21T10:30:00Z").byHour()).containsOnlyKeys(9, 10);
    }

    @Test
    void theSameRowsUpToTheSameMomentAreNoNews() {
        HourHashes told = of(Map.of(9, "a", 10, "b"), 9, "2026-11-21T10:30:00Z");

        assertThat(of(Map.of(9, "a", 10, "b"), 9, "2026-11-21T10:30:00Z").isNewsTo(told)).isFalse();
        assertThat(of(Map.of(10, "b"), 10, "2026-11-21T10:30:00Z").isNewsTo(told)).isFalse();
    }

    @Test
    void otherRowsOrMoreCoverageOrAnotherZoneAreNews() {
        HourHashes told = of(Map.of(9, "a", 10, "b"), 9, "2026-11-21T10:30:00Z");

        assertThat(of(Map.of(9, "x", 10, "b"), 9, "2026-11-21T10:30:00Z").isNewsTo(told)).isTrue();
        assertThat(of(Map.of(9, "a", 10, "b"), 9, "2026-11-21T10:45:00Z").isNewsTo(told)).isTrue();
        assertThat(
                        HourHashes.of(
                                        Map.of(9, "a", 10, "b"),
                                        DAY,
                                        ZoneId.of("Africa/Accra"),
                                        9,
                                        Instant.parse("2026-11-21T10:30:00Z"))
                                .isNewsTo(told))
                .isTrue();
    }

    @Test
    void aCoveredHourWithoutSamplesIsNewsOnce() {
        HourHashes empty = of(Map.of(), 9, "2026-11-21T10:00:00Z");

        assertThat(empty.isNewsTo(HourHashes.NONE)).isTrue();
        assertThat(empty.isNewsTo(empty)).isFalse();
    }

    @Test
    void whatIsToldIsRememberedHourByHour() {
        HourHashes morning = of(Map.of(9, "a"), 9, "2026-11-21T10:00:00Z");
        HourHashes noon = of(Map.of(10, "b"), 10, "2026-11-21T11:00:00Z");
        HourHashes both = noon.over(morning);

        assertThat(both.byHour()).containsOnlyKeys(9, 10);
        assertThat(HourHashes.parse(both.text())).isEqualTo(both);
        assertThat(HourHashes.parse(null)).isEqualTo(HourHashes.NONE);
        assertThat(HourHashes.parse(Bundle.VANISHED)).isEqualTo(HourHashes.NONE);
    }

    @Test
    void theHourThatTheClockLeavesOutIsNeverCovered() {
        HourHashes spring =
                HourHashes.of(
                        Map.of(),
                        LocalDate.of(2026, 3, 29),
                        ZoneId.of("Europe/Berlin"),
                        0,
                        Instant.parse("2026-03-30T12:00:00Z"));

        assertThat(spring.byHour()).hasSize(23).doesNotContainKey(2);
    }
}
