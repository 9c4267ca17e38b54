package io.pulseline.pipeline.dashboard.health;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.dashboard.Chart.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heart rate of one date, where the clocks change as well. */
class HeartDayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate PLAIN = LocalDate.of(2025, 7, 10);

    private final MetricDays days = new MetricDays(UUID.randomUUID(), BERLIN);

    private HeartDay day(LocalDate date, List<HeartRateSeries> hours) {
        List<HeartHour> read = hours.stream().map(Kept::of).map(HeartHour::of).toList();
        return requireNonNull(HeartDay.of(read).get(date), "it is not of that date");
    }

    @ParameterizedTest
    @CsvSource({"2025-10-26, 25", "2025-03-30, 23", "2025-07-10, 24"})
    void hoursOfADateStandInTheirOrderAlsoWhereTheClockShowsOneTwiceOrNever(
            LocalDate date, int slots) {
        List<HeartRateSeries> hours = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            hours.add(days.hour(date, slot, 60, 50 + slot));
        }
        Collections.reverse(hours);

        HeartDay day = day(date, hours);

        List<Point> points = day.points();
        assertThat(Duration.ofMillis(day.end() - day.start())).isEqualTo(Duration.ofHours(slots));
        assertThat(points)
                .hasSize(slots * 60 + 1)
                .isSortedAccordingTo((one, other) -> Long.compare(one.at(), other.at()));
        assertThat(points.getFirst().value()).isEqualTo(50.0);
        assertThat(points.get(points.size() - 2).value()).isEqualTo(50.0 + slots - 1);
        assertThat(day.wornPercent(LATER)).isEqualTo(100);
        assertThat(day.gaps(LATER)).isEmpty();
    }

    @Test
    void whereNothingWasWornThereIsNoLine() {
        HeartDay day =
                day(
                        PLAIN,
                        List.of(
                                days.hour(PLAIN, 8, List.of(0, 60_000), List.of(60, 62)),
                                days.hour(PLAIN, 9, List.of(600_000), List.of(70))));

        long eight = PLAIN.atTime(8, 0).atZone(BERLIN).toInstant().toEpochMilli();
        assertThat(day.points())
                .containsExactly(
                        new Point(day.start(), null),
                        new Point(eight, 60.0),
                        new Point(eight + 60_000, 62.0),
                        new Point(eight + 120_000, null),
                        new Point(eight + 4_200_000, 70.0),
                        new Point(eight + 4_260_000, null),
                        new Point(day.end(), null));
        assertThat(day.gaps(LATER))
                .containsExactly(
                        new HeartDay.Gap(day.start(), eight, false),
                        // The source told of both hours: there was nothing to tell.
                        new HeartDay.Gap(eight + 120_000, eight + 4_200_000, true),
                        new HeartDay.Gap(eight + 4_260_000, day.end(), false));
    }

    @Test
    void aMinuteIsTheAverageOfItsSamplesAndTheDayThatOfItsMinutes() {
        HeartDay day =
                day(
                        PLAIN,
                        List.of(
                                days.hour(
                                        PLAIN,
                                        8,
                                        List.of(0, 1_000, 2_000, 60_000),
                                        List.of(50, 60, 70, 100))));

        assertThat(day.stats()).isEqualTo(new Stats(2, 80.0, 50.0, 100.0));
        assertThat(day.wornMinutes()).isEqualTo(2);
    }

    @Test
    void ofADateThatIsNotOverOnlyWhatHasPassedCounts() {
        HeartDay day = day(PLAIN, List.of(days.hour(PLAIN, 0, 60, 55)));
        Instant two = PLAIN.atTime(2, 0).atZone(BERLIN).toInstant();

        assertThat(day.wornPercent(two)).isEqualTo(50);
        assertThat(day.gaps(two))
                .containsExactly(
                        new HeartDay.Gap(
                                two.minusSeconds(3600).toEpochMilli(), two.toEpochMilli(), false));
    }

    @Test
    void samplesOutsideOfTheirHourAreNotCounted() {
        HeartDay day =
                day(
                        PLAIN,
                        List.of(
                                days.hour(
                                        PLAIN,
                                        8,
                                        List.of(-60_000, 0, 3_600_000),
                                        List.of(1, 60, 2))));

        assertThat(day.stats()).isEqualTo(new Stats(1, 60.0, 60.0, 60.0));
    }

    @Test
    void anHourInWhichNothingWasMeasuredHasNoFigures() {
        HeartDay day = day(PLAIN, List.of(days.hour(PLAIN, 8, List.of(), List.of())));

        assertThat(day.stats()).isEqualTo(new Stats(0, null, null, null));
        assertThat(day.wornMinutes()).isZero();
    }
}
