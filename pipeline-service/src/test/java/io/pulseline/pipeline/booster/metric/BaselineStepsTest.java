package io.pulseline.pipeline.booster.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps grow until their date is over. */
class BaselineStepsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final MetricBooster BASELINE =
            ConfiguredMetric.booster(new BaselineType(), "{}");

    /** The date ends at 23:00Z in Berlin and at noon of the next day in UTC-12. */
    @ParameterizedTest(name = "now {0}, told until {1}, whole date {2}: outside {3}, again {4}")
    @CsvSource({
        // Still that date.
        "2026-11-27T14:00:00Z, 2026-11-27T13:00:00Z, false, , 2026-11-28T12:00:00Z",
        "2026-11-27T14:00:00Z,                     , false, , 2026-11-28T12:00:00Z",
        // It is over, but not everywhere, and nobody says where the user is.
        "2026-11-28T11:59:59Z,                     , false, , 2026-11-28T12:00:00Z",
        "2026-11-28T11:59:59Z, 2026-11-28T11:00:00Z, false, , 2026-11-28T12:00:00Z",
        // All of the date has been told.
        "2026-11-28T06:00:00Z, 2026-11-28T05:00:00Z, true,  1,",
        // Over everywhere.
        "2026-11-28T12:00:00Z,                     , false, 1,",
        "2026-11-28T12:30:00Z, 2026-11-28T12:00:00Z, false, 1,",
        // The tracker has more to tell.
        "2026-11-28T12:00:00Z, 2026-11-27T10:00:00Z, false, , 2026-11-29T12:00:00Z",
        "2026-11-29T12:00:00Z, 2026-11-27T10:00:00Z, false, ,",
        // A clock that is wrong tells nothing.
        "2026-11-27T14:00:00Z, 2027-01-01T00:00:00Z, false, , 2026-11-28T12:00:00Z",
    })
    void stepsOfADateThatIsNotOverAreNeverTooFew(
            String now,
            @Nullable String told,
            boolean wholeDate,
            @Nullable Double outside,
            @Nullable Instant again) {
        KeptMetrics kept =
                KeptMetrics.at(now).with(before(7, back -> Daily.steps(back(back), 8000)));
        kept = told == null ? kept : kept.toldUntil(told);
        Instant until = Instant.parse("2026-11-27T10:00:00Z");
        kept =
                kept.with(
                        wholeDate
                                ? HeartHours.told(DAY, "Europe/Berlin", 60)
                                : HeartHours.of(DAY, "Europe/Berlin", until, 60));

        BoostOutcome.Added added = kept.added(BASELINE, Daily.steps(DAY, 900));

        assertThat(added.values().get("outsideBaseline")).isEqualTo(outside);
        assertThat(added.values().get("outsideBaselineSteps")).isEqualTo(outside);
        assertThat(added.values().containsKey("differenceStepsDeviations"))
                .isEqualTo(outside != null);
        assertThat(added.values()).containsEntry("baselineMeanSteps", 8000.0);
        assertThat(added.text() == null).isEqualTo(outside == null);
        assertThat(added.lookAgainAt()).isEqualTo(again);
    }

    @Test
    void stepsThatAreAlreadyManyAreManyBeforeTheDateIsOver() {
        KeptMetrics noon =
                KeptMetrics.at("2026-11-27T12:00:00Z")
                        .toldUntil("2026-11-27T11:00:00Z")
                        .with(before(7, back -> Daily.steps(back(back), 8000)));

        BoostOutcome.Added added = noon.added(BASELINE, Daily.steps(DAY, 20_000));

        assertThat(added.text()).isEqualTo("Step count 20000 is above the usual 7998 to 8002");
        assertThat(added.lookAgainAt()).isNull();
    }

    @Test
    void otherFiguresOfADateThatIsNotOverAreJudged() {
        KeptMetrics noon =
                KeptMetrics.at("2026-11-27T12:00:00Z")
                        .toldUntil("2026-11-27T11:00:00Z")
                        .with(before(7, back -> Daily.summary(back(back), 60.0, 8000, null)));

        Map<String, Double> values =
                noon.added(BASELINE, Daily.summary(DAY, 60.0, 900, null)).values();

        assertThat(values)
                .containsEntry("outsideBaseline", 0.0)
                .containsEntry("outsideBaselineRestingHeartRate", 0.0)
                .doesNotContainKey("outsideBaselineSteps");
    }

    @Test
    void onlyStepsLookUpWhetherTheDateIsOver() {
        assertThat(BASELINE.lookups(Daily.resting(DAY, 60.0)))
                .containsExactly(
                        new MetricLookup.Days(
                                RecordType.DAILY_SUMMARY, DAY.minusDays(28), DAY.minusDays(1)));
        assertThat(BASELINE.lookups(Daily.steps(DAY, 1)))
                .containsExactly(
                        new MetricLookup.Days(
                                RecordType.DAILY_SUMMARY, DAY.minusDays(28), DAY.minusDays(1)),
                        new MetricLookup.HeartRateHours(DAY),
                        new MetricLookup.LastTold());
    }

    private static LocalDate back(int days) {
        return DAY.minusDays(days);
    }

    /** Of 1 to so many days back. */
    private static List<Metric> before(int days, IntFunction<Metric> each) {
        return IntStream.rangeClosed(1, days).mapToObj(each).toList();
    }
}
