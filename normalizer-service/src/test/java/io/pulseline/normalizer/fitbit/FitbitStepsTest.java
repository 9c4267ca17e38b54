package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.Steps;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FitbitStepsTest {
    private static final LocalDate DATE = LocalDate.parse("2026-05-14");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void minutesAfterTheLastSyncAreUnknownAndNotZero() {
        // Given: the grid is full of zeros until midnight, the tracker was read at 08:02:30.
        Mapping mapping =
                Mapped.of(
                        payload(
                                        DATE,
                                        BERLIN,
                                        Duration.ofSeconds(8 * 3600 + 150),
                                        minute -> minute < 482 ? 10 : 0)
                                .build());

        // Then
        List<Steps> hours = Mapped.all(mapping, Steps.class);
        assertThat(hours).hasSize(9);
        assertThat(hours.get(7).getStepsPerMinute()).hasSize(60).containsOnly(10);
        assertThat(hours.get(8).getStepsPerMinute().subList(0, 2)).containsOnly(10);
        assertThat(hours.get(8).getStepsPerMinute().subList(2, 60)).containsOnlyNulls();
        assertThat(mapping.records().get(8).recordId())
                .isEqualTo(Ids.record(UUID.fromString(Payloads.USER), "steps", "2026-05-14/8"));
    }

    @Property(tries = 60)
    void slotsPartitionTheDateAndNoStepIsLostUpToTheCoverage(
            @ForAll("dates") LocalDate date,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 90_000) int coveredSeconds) {
        // When
        Mapping mapping =
                Mapped.of(
                        payload(
                                        date,
                                        zone,
                                        Duration.ofSeconds(coveredSeconds),
                                        minute -> 1 + minute % 7)
                                .build());

        // Then
        List<Steps> hours = Mapped.all(mapping, Steps.class);
        long at = date.atStartOfDay(zone).toInstant().toEpochMilli();
        long end = date.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        long covered = Math.min(end, at + coveredSeconds * 1000L);
        int minutes = 0;
        int sum = 0;
        for (int slot = 0; slot < hours.size(); slot++) {
            Steps hour = hours.get(slot);
            assertThat(hour.getSlot()).isEqualTo(slot);
            assertThat(hour.getStartEpochMillis()).isEqualTo(at);
            assertThat(hour.getEndEpochMillis()).isEqualTo(Math.min(at + 3_600_000, end));
            assertThat(hour.getStepsPerMinute())
                    .hasSize((int) (hour.getEndEpochMillis() - at) / 60_000);
            List<Integer> known =
                    hour.getStepsPerMinute().stream().filter(Objects::nonNull).toList();
            minutes += known.size();
            sum += known.stream().mapToInt(Integer::intValue).sum();
            at = hour.getEndEpochMillis();
        }
        assertThat(at).isGreaterThanOrEqualTo(covered);
        long whole = (covered - date.atStartOfDay(zone).toInstant().toEpochMilli()) / 60_000;
        assertThat(minutes).isEqualTo(whole);
        assertThat(sum).isEqualTo(sumOf(whole));
    }

    @Property(tries = 40)
    void everyRowOfHeartRateLandsInExactlyOneSlot(
            @ForAll("dates") LocalDate date,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 20, max = 900) int spacing) {
        // Given: each row tells its place in the document, modulo 200.
        Instant start = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        IntUnaryOperator place = row -> 50 + row % 200;

        // When
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.HEART_RATE, date.toString())
                                .zone(null, zone.getId())
                                .covering(start.toString(), end.toString())
                                .answered(
                                        PartKind.HEART_RATE,
                                        Intraday.heartRateOf(date, zone, spacing, place))
                                .build());

        // Then
        int row = 0;
        for (HeartRateSeries hour : Mapped.all(mapping, HeartRateSeries.class)) {
            for (int i = 0; i < hour.getHeartRate().getBeatsPerMinute().size(); i++) {
                long at =
                        hour.getHeartRate().getStartEpochMillis()
                                + hour.getHeartRate().getOffsetMilliseconds().get(i);
                assertThat(at).isEqualTo(start.toEpochMilli() + 1000L * row * spacing);
                assertThat(at).isBetween(hour.getStartEpochMillis(), hour.getEndEpochMillis() - 1);
                assertThat(hour.getHeartRate().getBeatsPerMinute().get(i))
                        .isEqualTo(place.applyAsInt(row++));
            }
        }
        long length = Duration.between(start, end).toSeconds();
        assertThat(row).isEqualTo((int) ((length + spacing - 1) / spacing));
    }

    private static int sumOf(long minutes) {
        int sum = 0;
        for (int minute = 0; minute < minutes; minute++) {
            sum += 1 + minute % 7;
        }
        return sum;
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/Havana",
                        "America/Santiago",
                        "Asia/Kathmandu",
                        "UTC")
                .map(ZoneId::of);
    }

    /** Every other one is a day on which some of these zones put their clocks. */
    @Provide
    Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> changes =
                Arbitraries.of(
                                "2026-03-08",
                                "2026-03-29",
                                "2026-04-04",
                                "2026-04-05",
                                "2026-09-06",
                                "2026-10-04",
                                "2026-10-25",
                                "2026-11-01")
                        .map(LocalDate::parse);
        Arbitrary<LocalDate> any =
                Arbitraries.integers().between(0, 700).map(LocalDate.of(2025, 1, 1)::plusDays);
        return Arbitraries.oneOf(changes, any);
    }

    @Test
    void anHourThatTheClocksSkippedButTheGridShowsIsAddedWhereItWas() {
        // Given: Berlin, 29 March 2026; the grid has 02:00 to 02:59 all the same.
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.STEPS, "2026-03-29")
                                .zone(null, "Europe/Berlin")
                                .covering("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")
                                .answered(
                                        PartKind.STEPS,
                                        Intraday.steps("01:59:00=9", "02:10:00=0", "03:10:00=12"))
                                .build());

        Steps hour = Mapped.only(mapping, Steps.class);
        assertThat(hour.getSlot()).isEqualTo(2);
        assertThat(hour.getStepsPerMinute().get(10)).isEqualTo(12);
        assertThat(hour.getTimePlacedByRule()).isTrue();
        assertThat(mapping.oddities())
                .containsEntry(Oddity.SAME_MINUTE_TWICE, 1)
                .containsEntry(Oddity.TIME_SKIPPED_BY_CLOCKS, 1);
    }

    @Test
    void numbersMayBeTextAndNegativeOnesAreNone() {
        Mapping mapping =
                Mapped.of(
                        Payloads.ofDate(PayloadKind.STEPS, "2026-05-14")
                                .zone(null, "UTC")
                                .covering("2026-05-14T00:00:00Z", "2026-05-14T01:00:00Z")
                                .answered(
                                        PartKind.STEPS,
                                        Intraday.steps(
                                                "00:00:00=\"17\"", "00:01:00=-1", "00:02:00=3.0"))
                                .build());

        assertThat(Mapped.only(mapping, Steps.class).getStepsPerMinute().subList(0, 4))
                .containsExactly(17, null, 3, null);
        assertThat(mapping.oddities()).containsEntry(Oddity.ROW_UNREADABLE, 1);
    }

    @Test
    void aCoarserGridIsRefused() {
        Payloads payload =
                Payloads.ofDate(PayloadKind.STEPS, "2026-05-14")
                        .zone(null, "UTC")
                        .covering("2026-05-14T00:00:00Z", "2026-05-14T01:00:00Z")
                        .answered(
                                PartKind.STEPS,
                                Intraday.steps("00:00:00=17")
                                        .replace(
                                                "\"datasetInterval\":1", "\"datasetInterval\":15"));

        assertThatThrownBy(() -> Mapped.of(payload.build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("steps part has a row for each 900 s; needed is one for each minute");
    }

    private static Payloads payload(
            LocalDate date, ZoneId zone, Duration covered, IntUnaryOperator steps) {
        Instant start = date.atStartOfDay(zone).toInstant();
        return Payloads.ofDate(PayloadKind.STEPS, date.toString())
                .zone(null, zone.getId())
                .covering(start.toString(), start.plus(covered).toString())
                .answered(PartKind.STEPS, Intraday.stepsOf(date, zone, steps));
    }
}
