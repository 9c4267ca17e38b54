package io.pulseline.pipeline.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Stage;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.preference.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The stages of a night. */
class HypnogramTest {
    private static final LocalDate DATE = LocalDate.of(2025, 7, 10);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int PIECE = 600_000;

    private final MetricDays days = new MetricDays(UUID.randomUUID(), BERLIN);
    private final long start = DATE.atStartOfDay(BERLIN).toInstant().toEpochMilli();

    private static List<Stage> hypnogram(Sleep sleep) {
        return Hypnogram.of(Kept.metric(sleep).json());
    }

    private Stage stage(int from, int to, String name) {
        return new Stage(start + from, start + to, name);
    }

    @Test
    void stagesFollowEachOtherAndThoseAlikeAreOne() {
        assertThat(hypnogram(days.night(DATE, "STAGES", List.of("LIGHT", "LIGHT", "DEEP"))))
                .containsExactly(stage(0, 2 * PIECE, "LIGHT"), stage(2 * PIECE, 3 * PIECE, "DEEP"));
    }

    @Test
    void aShortAwakeningIsCutOutOfWhatItLiesOver() {
        Sleep night = days.night(DATE, "STAGES", List.of("LIGHT", "DEEP"));
        night.setShortAwakenings(
                new SleepSegments(
                        start,
                        List.of(60_000, PIECE - 30_000),
                        List.of(60_000, 60_000),
                        List.of("WAKE", "WAKE")));

        assertThat(hypnogram(night))
                .containsExactly(
                        stage(0, 60_000, "LIGHT"),
                        stage(60_000, 120_000, "WAKE"),
                        stage(120_000, PIECE - 30_000, "LIGHT"),
                        stage(PIECE - 30_000, PIECE + 30_000, "WAKE"),
                        stage(PIECE + 30_000, 2 * PIECE, "DEEP"));
    }

    @Test
    void aSleepWithoutSegmentsHasNone() {
        Sleep night = days.night(DATE, 3);
        night.setSegments(null);

        assertThat(hypnogram(night)).isEmpty();
    }

    @Test
    void minutesAreThoseOfTheSourceElseAddedUp() {
        Sleep night = days.night(DATE, "CLASSIC", List.of("ASLEEP", "RESTLESS", "ASLEEP"));
        assertThat(SleepPanels.stageMinutes(Kept.metric(night).json()))
                .isEqualTo(Map.of("ASLEEP", 20.0, "RESTLESS", 10.0));

        night.setStageTotals(null);
        assertThat(SleepPanels.stageMinutes(Kept.metric(night).json()))
                .isEqualTo(Map.of("ASLEEP", 20.0, "RESTLESS", 10.0));
    }

    @Test
    void theLightestStageStandsOnTopInWordsForPeople() {
        Metric night =
                Kept.metric(days.night(DATE, "STAGES", List.of("DEEP", "LIGHT", "REM", "WAKE")));

        Panel panel = panels(Span.DAY, night).getFirst();

        Chart chart = Kept.drawn(panel);
        assertThat(chart.stageNames()).containsExactly("Awake", "REM", "Light", "Deep");
        assertThat(chart.zone()).isEqualTo("Europe/Berlin");
        assertThat(panel.figures())
                .contains(
                        new Panel.Figure("In bed", "00:00 to 00:40"),
                        new Panel.Figure("Deep", "10:00 min"),
                        new Panel.Figure("Awake in bed", "–"));
    }

    @Test
    void aNightAwayFromHomeIsToldByItsOwnClock() {
        MetricDays away = new MetricDays(UUID.randomUUID(), ZoneId.of("Asia/Tokyo"));

        Panel panel = panels(Span.DAY, Kept.metric(away.night(DATE, 6))).getFirst();

        assertThat(panel.figures()).contains(new Panel.Figure("In bed", "00:00 to 01:00"));
    }

    @Test
    void longerTimesHaveABarForEachStage() {
        Panel panel = panels(Span.WEEK, Kept.metric(days.night(DATE, 6))).getFirst();

        Chart chart = Kept.drawn(panel);
        assertThat(chart.daily()).isTrue();
        assertThat(chart.lines().stream().map(Chart.Line::name))
                .containsExactly("Deep", "Light", "REM");
        assertThat(chart.lines().getFirst().points()).hasSize(7);
        assertThat(chart.lines().getFirst().points().stream().map(Chart.Point::value))
                .containsExactly(null, null, null, 20.0, null, null, null);
    }

    private static List<Panel> panels(Span span, Metric night) {
        Reader reader = new Reader(BERLIN, Units.METRIC, Instant.parse("2025-12-01T00:00:00Z"));
        return new SleepPanels(new Page(Period.of(span, DATE), reader, List.of(night))).all();
    }
}
