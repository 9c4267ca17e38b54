package io.pulseline.pipeline.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.booster.metric.DailyValues;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.Chart.Range;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.preference.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drawings of dates and hours are made of. */
class PageTest {
    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2025, 10, 20);

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2025-10-23T10:00:00Z");
    private static final Reader READER = new Reader(BERLIN, Units.METRIC, NOW);

    private final MetricDays days = new MetricDays(UUID.randomUUID(), BERLIN);

    private Metric night(LocalDate date, double rmssd) {
        return Kept.metric(days.variability(date, rmssd, 0));
    }

    private static Page week(List<Metric> metrics) {
        return new Page(Period.of(Span.WEEK, MONDAY), READER, metrics);
    }

    private static Panel rmssd(List<Metric> metrics) {
        return new NightPanels(week(metrics)).variability().getFirst();
    }

    private List<Metric> nightsBefore(int nights) {
        List<Metric> metrics = new ArrayList<>();
        for (int before = 1; before <= nights; before++) {
            metrics.add(night(MONDAY.minusDays(before), before % 2 == 0 ? 38 : 42));
        }
        return metrics;
    }

    @Test
    void whatIsUsualComesFromTheDatesBeforeAndIsDrawnAroundTheValues() {
        List<Metric> metrics = nightsBefore(8);
        metrics.add(night(MONDAY, 50));

        Chart chart = Kept.drawn(rmssd(metrics));

        Range monday = chart.bands().getFirst().ranges().getFirst();
        // Mean 40, deviation of a sample of eight values 2 away from it: the root of 32 / 7.
        assertThat(monday.low()).isEqualTo(35.7);
        assertThat(monday.high()).isEqualTo(44.3);
    }

    @Test
    void thereIsNoBandUntilAWeekIsKnown() {
        List<Metric> metrics = nightsBefore(5);
        metrics.add(night(MONDAY, 50));

        Panel panel = rmssd(metrics);

        assertThat(Kept.drawn(panel).bands()).isEmpty();
        assertThat(panel.figures()).contains(new Panel.Figure("Usual range", "–"));
    }

    @Test
    void aDateWithoutAValueIsAGapAndNotCountedAndDatesAheadAreNotShown() {
        Panel panel = rmssd(List.of(night(MONDAY, 40), night(MONDAY.plusDays(2), 50)));

        assertThat(Kept.drawn(panel).lines().getFirst().points().stream().map(Point::value))
                .containsExactly(40.0, null, 50.0, null);
        assertThat(panel.figures())
                .contains(
                        new Panel.Figure("Average", "45.0 ms"),
                        new Panel.Figure("Lowest", "40.0 ms"),
                        new Panel.Figure("Highest", "50.0 ms"),
                        new Panel.Figure("Days with a value", "2 of 4"));
    }

    @Test
    void withoutAnyValueThereIsNothingToDrawAndFiguresAreDashes() {
        Panel panel = rmssd(List.of());

        assertThat(panel.chart()).isNull();
        assertThat(panel.figures())
                .contains(
                        new Panel.Figure("Average", "–"),
                        new Panel.Figure("Lowest", "–"),
                        new Panel.Figure("Highest", "–"),
                        new Panel.Figure("Days with a value", "0 of 4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Berlin"})
    void aDateIsNamedAsTheRecordsNameItWhereverItsReaderIs(String zone) {
        Reader far = new Reader(ZoneId.of(zone), Units.METRIC, NOW);
        Page page = new Page(Period.of(Span.WEEK, MONDAY), far, List.of(night(MONDAY, 40)));

        Chart chart = Kept.drawn(new NightPanels(page).variability().getFirst());

        assertThat(chart.rows(far).getFirst())
                .isEqualTo(
                        new Chart.Row(
                                "Mon 20 Oct 2025", "Heart rate variability (RMSSD)", "40.0 ms"));
    }

    @Test
    void anIntervalThatIsMissingIsAGapInTheNight() {
        HeartRateVariability night = days.variability(MONDAY, 40, 4);
        night.getIntraday().setOffsetMilliseconds(List.of(0, 300_000, 1_200_000, 1_500_000));
        Page page = new Page(Period.of(Span.DAY, MONDAY), READER, List.of(Kept.metric(night)));

        Chart chart = Kept.drawn(new NightPanels(page).variability().getFirst());

        assertThat(chart.lines().getFirst().points().stream().map(Point::value))
                .containsExactly(40.0, 40.0, null, 40.0, 40.0);
    }

    @Test
    void theTwoTwoOClocksOfOneNightAreTwoBarsAndUnknownMinutesAreNoSteps() {
        LocalDate date = LocalDate.of(2025, 10, 26);
        Reader later = new Reader(BERLIN, Units.METRIC, Instant.parse("2025-11-01T00:00:00Z"));
        StepPanels steps =
                new StepPanels(
                        new Page(Period.of(Span.DAY, date), later, List.of()),
                        IntStream.range(0, 25)
                                .mapToObj(slot ->
                                        Kept.of(
                                                        days.steps(
                                                                date,
                                                                24 - slot,
                                                                Collections.nCopies(
                                                                        60,
                                                                        slot == 0
                                                                                ? null
                                                                                : 24 - slot)))
                                                .json())
                                .toList());

        List<Point> points = steps.points();

        assertThat(points).hasSize(25);
        assertThat(later.time(Instant.ofEpochMilli(points.get(2).at()))).isEqualTo("02:00");
        assertThat(later.time(Instant.ofEpochMilli(points.get(3).at()))).isEqualTo("02:00");
        assertThat(points.get(2).value()).isEqualTo(120.0);
        assertThat(points.get(3).value()).isEqualTo(180.0);
        assertThat(points.get(24).value()).isNull();
        assertThat(steps.panel().figures())
                .contains(
                        new Panel.Figure("Hours that are known", "24 h"),
                        new Panel.Figure("Lowest hour", "0 steps"),
                        new Panel.Figure("Highest hour", "1,380 steps"),
                        new Panel.Figure("Steps of the day", "–"));
    }

    @Test
    void datesWithoutAMeasurementAreToldTogetherWhereTheyFollowEachOther() {
        List<LocalDate> dates = MONDAY.datesUntil(MONDAY.plusDays(6)).toList();

        assertThat(
                        Missing.of(
                                dates,
                                date -> date.equals(MONDAY.plusDays(2)),
                                date -> date.equals(MONDAY.plusDays(5))))
                .containsExactly(
                        new Missing(MONDAY, MONDAY.plusDays(1), false),
                        new Missing(MONDAY.plusDays(3), MONDAY.plusDays(4), false),
                        new Missing(MONDAY.plusDays(5), MONDAY.plusDays(5), true));
    }

    @Test
    void addressesThatMakeNoSenseShowToday() {
        LocalDate today = READER.today();

        assertThat(Period.asked("decade", "yesterday", today))
                .isEqualTo(Period.of(Span.DAY, today));
        assertThat(Period.asked("week", "2025-12-01", today))
                .isEqualTo(Period.of(Span.WEEK, today));
        assertThat(Period.asked("year", "2024-02-29", today).days()).isEqualTo(366);
        assertThat(Period.of(Span.MONTH, LocalDate.of(2025, 3, 31)).before())
                .isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void aUsersUsualRangeIsThatOfTheBaselineBooster() {
        List<Metric> metrics = nightsBefore(8);

        assertThat(DailyValues.rmssd(metrics).usualOn(MONDAY)).isPresent();
        assertThat(DailyValues.rmssd(metrics).usualOn(MONDAY.minusDays(2))).isEmpty();
    }
}
