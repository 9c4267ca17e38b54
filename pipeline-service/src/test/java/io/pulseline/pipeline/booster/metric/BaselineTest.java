package io.pulseline.pipeline.booster.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.Steps;
import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final MetricBooster BASELINE = booster("{}");

    /** Long after the date. */
    private static final KeptMetrics LATER =
            KeptMetrics.at("2026-12-05T12:00:00Z").toldUntil("2026-12-05T11:00:00Z");

    static Stream<Arguments> figures() {
        return Stream.of(
                figure(
                        "RmssdMilliseconds",
                        "Rmssd",
                        Daily::rmssd,
                        50,
                        62.2,
                        "Heart rate variability (RMSSD) 63 ms is above the usual 46 to 54 ms"),
                figure(
                        "RmssdMilliseconds",
                        "Rmssd",
                        Daily::rmssd,
                        50,
                        40.2,
                        "Heart rate variability (RMSSD) 40 ms is below the usual 46 to 54 ms"),
                figure(
                        "RespiratoryRateBreathsPerMinute",
                        "RespiratoryRate",
                        Daily::breaths,
                        15,
                        20.5,
                        "Respiratory rate 20.5 breaths/min is above the usual 10.8 to 19.2"
                                + " breaths/min"),
                figure(
                        "OxygenSaturationPercent",
                        "OxygenSaturation",
                        Daily::oxygen,
                        97,
                        90.1,
                        "Oxygen saturation 90.1 % is below the usual 92.8 to 100.0 %"),
                figure(
                        "AsleepMinutes",
                        "Asleep",
                        (date, value) -> Daily.night(date, value.intValue()),
                        420,
                        302,
                        "Time asleep 5 h 2 min is below the usual 6 h 56 min to 7 h 4 min"),
                figure(
                        "RestingHeartRateBeatsPerMinute",
                        "RestingHeartRate",
                        Daily::resting,
                        61,
                        71,
                        "Resting heart rate 71 bpm is above the usual 57 to 65 bpm"),
                figure(
                        "Steps",
                        "Steps",
                        (date, value) -> Daily.steps(date, value.intValue()),
                        8000,
                        120,
                        "Step count 120 is below the usual 7996 to 8004"),
                figure(
                        "SkinTemperatureDeviationCelsius",
                        "SkinTemperatureDeviation",
                        Daily::skin,
                        -1,
                        3.5,
                        "Skin temperature deviation 3.5 °C is above the usual -5.2 to 3.2 °C"));
    }

    private static Arguments figure(
            String inUnit,
            String name,
            BiFunction<LocalDate, Double, Metric> metric,
            double mean,
            double value,
            String text) {
        return Arguments.of(inUnit, name, metric, mean, value, text);
    }

    /** Values two above and two below the mean by turns. */
    @ParameterizedTest(name = "{5}")
    @MethodSource("figures")
    void everyFigureIsComparedWithTheDatesBefore(
            String inUnit,
            String name,
            BiFunction<LocalDate, Double, Metric> metric,
            double mean,
            double value,
            String text) {
        double deviation = Math.sqrt(4 * 8 / 7.0);

        BoostOutcome.Added added =
                LATER.with(before(8, back -> metric.apply(back(back), mean + (back % 2 * 4) - 2)))
                        .added(BASELINE, metric.apply(DAY, value));

        assertThat(added.text()).isEqualTo(text);
        assertThat(added.values())
                .containsOnlyKeys(
                        "baselineMean" + inUnit,
                        "baselineDeviation" + inUnit,
                        "difference" + name + "Deviations",
                        "outsideBaseline" + name,
                        "outsideBaseline")
                .containsEntry("outsideBaseline" + name, 1.0)
                .containsEntry("outsideBaseline", 1.0);
        assertThat(added.values().get("baselineMean" + inUnit)).isCloseTo(mean, within(1e-9));
        assertThat(added.values().get("baselineDeviation" + inUnit))
                .isCloseTo(deviation, within(1e-9));
        assertThat(added.values().get("difference" + name + "Deviations"))
                .isCloseTo((value - mean) / deviation, within(1e-9));
        assertThat(added.lookAgainAt()).isNull();
    }

    @Test
    void aUsualValueHasFiguresAndNoText() {
        BoostOutcome.Added added =
                LATER.with(before(7, back -> Daily.resting(back(back), 58.0 + back % 2)))
                        .added(BASELINE, Daily.resting(DAY, 58.0));

        assertThat(added.text()).isNull();
        assertThat(added.values())
                .containsEntry("outsideBaseline", 0.0)
                .containsEntry("outsideBaselineRestingHeartRate", 0.0);
    }

    /** A constant of which binary doubles have no exact sum. */
    @ParameterizedTest(name = "always 15.2 breaths, then {0}: outside {1}")
    @CsvSource({"15.2, 0", "15.3, 0", "15.4, 0", "15.0, 0", "15.41, 1", "15.5, 1", "14.9, 1"})
    void valuesThatNeverVariedAllowForTheirResolution(double value, double outside) {
        BoostOutcome.Added added =
                LATER.with(before(28, back -> Daily.breaths(back(back), 15.2)))
                        .added(BASELINE, Daily.breaths(DAY, value));

        assertThat(added.values())
                .containsEntry("outsideBaseline", outside)
                .containsEntry("baselineDeviationRespiratoryRateBreathsPerMinute", 0.1);
    }

    @ParameterizedTest(name = "mean 60, {0} deviations, then {1}: {2}")
    @CsvSource({
        "0.5, 61,   'Resting heart rate 61 bpm is above the usual 60 bpm'",
        "2,   62.1, 'Resting heart rate 63 bpm is above the usual 58 to 62 bpm'",
        "2,   57.9, 'Resting heart rate 57 bpm is below the usual 58 to 62 bpm'",
        "2,   62,",
        "2,   58,",
        "5,   65,",
    })
    void whatIsShownIsOutsideOfWhatIsShown(double deviations, double value, @Nullable String text) {
        assertThat(
                        LATER.with(before(7, back -> Daily.resting(back(back), 60.0)))
                                .added(
                                        booster("{\"deviations\": " + deviations + "}"),
                                        Daily.resting(DAY, value))
                                .text())
                .isEqualTo(text);
    }

    @Test
    void theUsualIsNeverBelowNothing() {
        assertThat(
                        LATER.with(before(8, back -> Daily.steps(back(back), 1 + back % 2 * 100)))
                                .added(BASELINE, Daily.steps(DAY, 5000))
                                .text())
                .isEqualTo("Step count 5000 is above the usual 0 to 157");
    }

    @Test
    void noStepsAreNoMeasurement() {
        assertThat(
                        LATER.with(before(8, back -> Daily.steps(back(back), 0)))
                                .boost(BASELINE, Daily.steps(DAY, 5000)))
                .isEqualTo(new BoostOutcome.Skipped("building baseline: 0 of 7 days"));
    }

    @ParameterizedTest(name = "{0} known days")
    @ValueSource(ints = {0, 4, 6, 7})
    void tooFewDaysBuildTheBaseline(int known) {
        BoostOutcome outcome =
                LATER.with(before(known, back -> Daily.rmssd(back(back), 40.0)))
                        .boost(BASELINE, Daily.rmssd(DAY, 90.0));

        if (known < 7) {
            assertThat(outcome)
                    .isEqualTo(
                            new BoostOutcome.Skipped("building baseline: " + known + " of 7 days"));
        } else {
            assertThat(outcome).isInstanceOf(BoostOutcome.Added.class);
        }
    }

    @Test
    void daysWithoutAValueAreLeftOutAndNeverZero() {
        List<Metric> known = before(7, back -> Daily.rmssd(back(2 * back), 40.0));
        List<Metric> unknown = before(7, back -> Daily.rmssd(back(2 * back - 1), null));

        assertThat(LATER.with(known).with(unknown).added(BASELINE, Daily.rmssd(DAY, 40.0)).values())
                .containsEntry("baselineMeanRmssdMilliseconds", 40.0);
    }

    /** The 28 dates before it and no others; the date itself would move the mean. */
    @Test
    void onlyTheDatesBeforeCount() {
        List<Metric> before = before(28, back -> Daily.rmssd(back(back), 40.0 + back % 3));
        Metric atHand = Daily.rmssd(DAY, 45.0);
        BoostOutcome inTime = LATER.with(before).boost(BASELINE, atHand);

        KeptMetrics withOthers =
                LATER.with(before)
                        .with(
                                atHand,
                                Daily.rmssd(DAY, 500.0),
                                Daily.rmssd(DAY.plusDays(1), 500.0),
                                Daily.rmssd(DAY.minusDays(29), 500.0));

        assertThat(withOthers.boost(BASELINE, atHand)).isEqualTo(inTime);
    }

    @Test
    void answersBeyondTheQuestionAreLeftOut() {
        Metric atHand = Daily.rmssd(DAY, 45.0);
        List<Metric> before = before(28, back -> Daily.rmssd(back(back), 40.0));
        MetricLookup.Days asked = (MetricLookup.Days) BASELINE.lookups(atHand).getFirst();
        List<Metric> more =
                Stream.concat(
                                before.stream(),
                                Stream.of(
                                        atHand,
                                        Daily.rmssd(DAY.plusDays(1), 9.0),
                                        Daily.rmssd(DAY.minusDays(29), 9.0)))
                        .toList();

        assertThat(BASELINE.boost(atHand, MetricBackground.at(LATER.now()).with(asked, more)))
                .isEqualTo(LATER.with(before).boost(BASELINE, atHand));
    }

    @Test
    void theOrderOfTheAnswerChangesNothing() {
        List<Metric> before = before(28, back -> Daily.rmssd(back(back), 40.1 + back * 0.3));
        Metric atHand = Daily.rmssd(DAY, 45.3);
        MetricLookup.Days asked = (MetricLookup.Days) BASELINE.lookups(atHand).getFirst();
        MetricBackground none = MetricBackground.at(LATER.now());

        assertThat(BASELINE.boost(atHand, none.with(asked, before)))
                .isEqualTo(BASELINE.boost(atHand, none.with(asked, before.reversed())));
    }

    @Test
    void napsAreNoBaselineAndHaveNone() {
        KeptMetrics nights =
                LATER.with(before(7, back -> Daily.night(back(back), 420)))
                        .with(before(7, back -> Daily.sleep(back(back), false, 30)))
                        .with(before(7, back -> Daily.sleep(back(back), null, 20)));

        assertThat(nights.added(BASELINE, Daily.night(DAY, 420)).values())
                .containsEntry("baselineMeanAsleepMinutes", 420.0)
                .containsEntry("outsideBaseline", 0.0);
        for (Metric nap : List.of(Daily.sleep(DAY, false, 30), Daily.sleep(DAY, null, 30))) {
            assertThat(BASELINE.lookups(nap)).isEmpty();
            assertThat(nights.boost(BASELINE, nap))
                    .isEqualTo(new BoostOutcome.Skipped("not the main sleep of its date"));
        }
    }

    @Test
    void ofTwoMainSleepsOfADateTheLongestCountsOnce() {
        KeptMetrics twice =
                LATER.with(before(6, back -> Daily.night(back(back), 420)))
                        .with(Daily.night(back(1), 100));

        assertThat(twice.boost(BASELINE, Daily.night(DAY, 420)))
                .isEqualTo(new BoostOutcome.Skipped("building baseline: 6 of 7 days"));
        assertThat(
                        twice.with(Daily.night(back(7), 420))
                                .added(BASELINE, Daily.night(DAY, 420))
                                .values())
                .containsEntry("baselineMeanAsleepMinutes", 420.0);
    }

    @Test
    void theFiguresOfARecordHaveBaselinesOfTheirOwn() {
        KeptMetrics kept =
                LATER.with(before(6, back -> Daily.resting(back(back), 60.0)))
                        .with(
                                before(
                                        8,
                                        back ->
                                                Daily.summary(
                                                        back(back + 6),
                                                        60.0,
                                                        8000 + back % 2 * 500,
                                                        null)));

        BoostOutcome.Added added = kept.added(BASELINE, Daily.summary(DAY, 72.0, 30_000, 0.1));

        assertThat(added.text())
                .isEqualTo(
                        """
                        Resting heart rate 72 bpm is above the usual 58 to 62 bpm
                        Step count 30000 is above the usual 7716 to 8784\
                        """);
        assertThat(added.values())
                .containsKeys("baselineMeanSteps", "baselineMeanRestingHeartRateBeatsPerMinute")
                .doesNotContainKey("baselineMeanSkinTemperatureDeviationCelsius");
    }

    @Test
    void aRecordWithoutFiguresIsSkippedAndLooksNothingUp() {
        List<Metric> without =
                List.of(
                        Daily.rmssd(DAY, null),
                        Daily.summary(DAY, null, null, null),
                        Daily.metric(RecordType.STEPS, DAY, Steps.newBuilder().build()));

        for (Metric metric : without) {
            assertThat(BASELINE.lookups(metric)).isEmpty();
            assertThat(LATER.boost(BASELINE, metric))
                    .isEqualTo(new BoostOutcome.Skipped("no figure that has a baseline"));
        }
    }

    private static MetricBooster booster(String configuration) {
        return ConfiguredMetric.booster(new BaselineType(), configuration);
    }

    private static LocalDate back(int days) {
        return DAY.minusDays(days);
    }

    /** Of 1 to so many days back. */
    private static List<Metric> before(int days, IntFunction<Metric> each) {
        return IntStream.rangeClosed(1, days).mapToObj(each).toList();
    }
}
