package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.listed;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleNightTest {
    @Nested
    class OfHeartRateVariability {
        @Test
        void theNightHasItsDailyFiguresAndIntervals() {
            Mapping mapping =
                    mapped(
                            daily("2026-05-14", "42.5", "48.9"),
                            page(
                                    rmssd("2026-05-14T01:05:00Z", "40.5"),
                                    point(
                                            "heartRateVariability",
                                            at(
                                                    "2026-05-14T01:00:00Z",
                                                    "7200s",
                                                    """
                                                    "rootMeanSquareOfSuccessiveDifferencesMilliseconds":41.25,
                                                    "standardDeviationMilliseconds":55.7,
                                                    "metadata":{"lowFrequencyPower":612.5,"highFrequencyPower":430.25}\
                                                    """))));

            HeartRateVariability hrv = GoogleMapped.only(mapping, HeartRateVariability.class);
            assertThat(hrv.getDailyRmssdMilliseconds()).isEqualTo(42.5);
            assertThat(hrv.getDeepSleepRmssdMilliseconds()).isEqualTo(48.9);
            assertThat(hrv.getIntraday().getOffsetMilliseconds()).containsExactly(0, 300_000);
            assertThat(hrv.getIntraday().getRmssdMilliseconds()).containsExactly(41.25, 40.5);
            assertThat(hrv.getIntraday().getLowFrequencyMillisecondsSquared())
                    .containsExactly(612.5, null);
            assertThat(hrv.getIntraday().getHighFrequencyMillisecondsSquared())
                    .containsExactly(430.25, null);
            assertThat(hrv.getIntraday().getCoverageRatio()).containsOnlyNulls();
            assertThat(hrv.getTimePlacedByRule()).isFalse();
            assertThat(mapping.oddities()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "\"NaN\""})
        void aDeepSleepThatWasNotDerivedIsAbsent(String deep) {
            HeartRateVariability hrv =
                    GoogleMapped.only(
                            mapped(daily("2026-05-14", "42.5", deep), page()),
                            HeartRateVariability.class);

            assertThat(hrv.getDeepSleepRmssdMilliseconds()).isNull();
            assertThat(hrv.getIntraday()).isNull();
        }

        @Test
        void theEveningBeforeBelongsToTheNightAndTheEveningOfTheDateDoesNot() {
            HeartRateVariability hrv =
                    GoogleMapped.only(
                            mapped(
                                    daily("2026-05-13", "99", "99"),
                                    page(
                                            rmssd("2026-05-14T21:50:00Z", "3"),
                                            rmssd("2026-05-14T21:45:00Z", "3"),
                                            rmssd("2026-05-14T03:00:00Z", "2"),
                                            rmssd("2026-05-14T01:30:00Z", "2"),
                                            rmssd("2026-05-14T00:00:00Z", "2"),
                                            rmssd("2026-05-13T22:30:00Z", "2"),
                                            rmssd("2026-05-13T21:00:00Z", "2"),
                                            rmssd("2026-05-13T04:00:00Z", "1"))),
                            HeartRateVariability.class);

            assertThat(hrv.getDailyRmssdMilliseconds()).isNull();
            assertThat(hrv.getIntraday().getStartEpochMillis())
                    .isEqualTo(millis("2026-05-13T21:00:00Z"));
            assertThat(hrv.getIntraday().getRmssdMilliseconds()).hasSize(5).containsOnly(2.0);
        }

        @Test
        void ofSeveralSleepsOfADateTheLongestIsTheNight() {
            HeartRateVariability hrv =
                    GoogleMapped.only(
                            mapped(
                                    daily("2026-05-14", "42.5", "48.9"),
                                    page(
                                            rmssd("2026-05-14T07:00:00Z", "2"),
                                            rmssd("2026-05-14T08:55:00Z", "2"),
                                            rmssd("2026-05-14T10:50:00Z", "2"),
                                            rmssd("2026-05-14T15:00:00Z", "3"),
                                            rmssd("2026-05-14T15:30:00Z", "3"))),
                            HeartRateVariability.class);

            assertThat(hrv.getIntraday().getRmssdMilliseconds()).containsExactly(2.0, 2.0, 2.0);
        }

        @Test
        void aSleepThatMayGoOnBehindThePageIsNotTheNightOfItsFirstDate() {
            // Given: the page ends at midnight in Berlin, 22:00 UTC; that night ends tomorrow.
            String evening = rmssd("2026-05-14T21:30:00Z", "3");

            HeartRateVariability unknown =
                    GoogleMapped.only(
                            mapped(daily("2026-05-14", "1", "1"), page(evening)),
                            HeartRateVariability.class);
            HeartRateVariability over =
                    GoogleMapped.only(
                            mapped(
                                    daily("2026-05-14", "1", "1"),
                                    page(evening, rmssd("2026-05-15T02:00:00Z", "4"))),
                            HeartRateVariability.class);

            assertThat(unknown.getIntraday()).isNull();
            assertThat(over.getIntraday().getRmssdMilliseconds()).containsExactly(3.0);
        }

        @Test
        void ofTwoDevicesInANightTheOneOnTheWristIsTakenAlone() {
            String ring = "{\"device\":{\"formFactor\":\"RING\"},\"platform\":\"HEALTH_CONNECT\"}";
            String key = "rootMeanSquareOfSuccessiveDifferencesMilliseconds";

            Mapping mapping =
                    mapped(
                            daily("2026-05-14", "1", "1"),
                            page(
                                    listed(
                                            ring,
                                            "heartRateVariability",
                                            at("2026-05-14T01:02:00Z", "0s", "\"" + key + "\":80")),
                                    listed(
                                            Written.TRACKER,
                                            "heartRateVariability",
                                            at("2026-05-14T01:00:00Z", "0s", "\"" + key + "\":40"))));

            assertThat(
                            GoogleMapped.only(mapping, HeartRateVariability.class)
                                    .getIntraday()
                                    .getRmssdMilliseconds())
                    .containsExactly(40.0);
            assertThat(mapping.oddities()).containsEntry(Oddity.SOURCES_OVERLAP, 1);
        }

        @Test
        void aPointWithNothingButTheSdnnIsLeftOutAndCounted() {
            Mapping mapping =
                    mapped(
                            daily("2026-05-14", "1", "1"),
                            page(
                                    point(
                                            "heartRateVariability",
                                            at(
                                                    "2026-05-14T01:00:00Z",
                                                    "0s",
                                                    "\"standardDeviationMilliseconds\":55.7"))));

            assertThat(GoogleMapped.only(mapping, HeartRateVariability.class).getIntraday())
                    .isNull();
            assertThat(mapping.oddities()).containsOnlyKeys(Oddity.ROW_UNREADABLE);
        }

        @Test
        void aDateThatVanishedIsADeletedRecord() {
            HeartRateVariability gone =
                    GoogleMapped.only(
                            GoogleMapped.of(
                                    GooglePayloads.ofDate(
                                                    PayloadKind.HEART_RATE_VARIABILITY,
                                                    "2026-05-14")
                                            .vanished()),
                            HeartRateVariability.class);

            assertThat(gone.getDeleted()).isTrue();
        }

        private String daily(String date, String average, String deep) {
            return page(
                    point(
                            "dailyHeartRateVariability",
                            on(
                                    date,
                                    """
                                    "averageHeartRateVariabilityMilliseconds":%s,
                                    "deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds":%s,"entropy":2.9\
                                    """
                                            .formatted(average, deep))));
        }

        private String rmssd(String instant, String value) {
            return point(
                    "heartRateVariability",
                    at(
                            instant,
                            "7200s",
                            "\"rootMeanSquareOfSuccessiveDifferencesMilliseconds\":" + value));
        }

        private Mapping mapped(String daily, String intraday) {
            return GoogleMapped.of(
                    GooglePayloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, "2026-05-14")
                            .part(PartKind.DAILY_HEART_RATE_VARIABILITY, daily)
                            .part(PartKind.HEART_RATE_VARIABILITY, intraday)
                            .part(PartKind.HEART_RATE_VARIABILITY, intraday));
        }
    }

    @Nested
    class OfOxygenSaturation {
        @Test
        void boundsOfAConfidenceIntervalAreNoMinimumAndMaximum() {
            OxygenSaturation saturation =
                    GoogleMapped.only(
                            mapped(
                                    page(
                                            point(
                                                    "dailyOxygenSaturation",
                                                    on(
                                                            "2026-05-14",
                                                            """
                                                            "averagePercentage":96.5,"lowerBoundPercentage":93.1,
                                                            "upperBoundPercentage":100\
                                                            """))),
                                    page(percent("2026-05-14T01:00:00Z", "96.6"))),
                            OxygenSaturation.class);

            assertThat(saturation.getAveragePercent()).isEqualTo(96.5);
            assertThat(saturation.getMinimumPercent()).isNull();
            assertThat(saturation.getMaximumPercent()).isNull();
            assertThat(saturation.getIntraday().getPercent()).containsExactly(96.6);
        }

        @Test
        void whatStandsForASensorWithoutContactIsLeftOutAndCounted() {
            Mapping mapping =
                    mapped(
                            page(),
                            page(
                                    percent("2026-05-14T01:02:00Z", "101"),
                                    percent("2026-05-14T01:01:00Z", "50.0"),
                                    percent("2026-05-14T01:00:00Z", "50.1")));

            assertThat(
                            GoogleMapped.only(mapping, OxygenSaturation.class)
                                    .getIntraday()
                                    .getPercent())
                    .containsExactly(50.1);
            assertThat(mapping.oddities())
                    .containsEntry(Oddity.SATURATION_WITHOUT_CONTACT, 1)
                    .containsEntry(Oddity.SATURATION_OUT_OF_RANGE, 1);
        }

        private String percent(String instant, String value) {
            return point("oxygenSaturation", at(instant, "7200s", "\"percentage\":" + value));
        }

        private Mapping mapped(String daily, String intraday) {
            return GoogleMapped.of(
                    GooglePayloads.ofDate(PayloadKind.OXYGEN_SATURATION, "2026-05-14")
                            .part(PartKind.DAILY_OXYGEN_SATURATION, daily)
                            .part(PartKind.OXYGEN_SATURATION, intraday));
        }
    }

    @Nested
    class OfBreathing {
        @Test
        void stagesThatWereNotDetectedAreAbsent() {
            Mapping mapping =
                    mapped(
                            daily("14.2"),
                            page(
                                    summary(
                                            "2026-05-14T04:52:00Z",
                                            "14.2",
                                            """
                                            ,"deepSleepStats":{"breathsPerMinute":0},"lightSleepStats":{},
                                            "remSleepStats":{"breathsPerMinute":14.9,"signalToNoise":2}\
                                            """)));

            RespiratoryRate rate = GoogleMapped.only(mapping, RespiratoryRate.class);
            assertThat(rate.getBreathsPerMinute()).isEqualTo(14.2);
            assertThat(rate.getDeepSleepBreathsPerMinute()).isNull();
            assertThat(rate.getLightSleepBreathsPerMinute()).isNull();
            assertThat(rate.getRemSleepBreathsPerMinute()).isEqualTo(14.9);
            assertThat(mapping.oddities()).isEmpty();
        }

        @Test
        void ofSeveralSleepsTheDailyFigureTellsTheNight() {
            String night = summary("2026-05-14T04:52:00Z", "14.2", rem("15"));
            String nap = summary("2026-05-14T12:52:00Z", "13", rem("12"));

            RespiratoryRate rate =
                    GoogleMapped.only(
                            mapped(daily("14.2"), page(nap, night, night)),
                            RespiratoryRate.class);

            assertThat(rate.getRemSleepBreathsPerMinute()).isEqualTo(15);
        }

        @Test
        void whereNothingTellsTheNightApartNoStageIsTaken() {
            Mapping mapping =
                    mapped(
                            page(),
                            page(
                                    summary("2026-05-14T04:52:00Z", "14.2", rem("15")),
                                    summary("2026-05-14T12:52:00Z", "13", rem("12"))));

            RespiratoryRate rate = GoogleMapped.only(mapping, RespiratoryRate.class);
            assertThat(rate.getBreathsPerMinute()).isNull();
            assertThat(rate.getRemSleepBreathsPerMinute()).isNull();
            assertThat(mapping.oddities()).containsEntry(Oddity.NIGHT_UNKNOWN, 1);
        }

        @Test
        void aLoneSummaryStandsForTheDailyFigure() {
            RespiratoryRate rate =
                    GoogleMapped.only(
                            mapped(
                                    page(),
                                    page(
                                            summary("2026-05-13T04:52:00Z", "12", ""),
                                            summary("2026-05-14T04:52:00Z", "14.2", ""))),
                            RespiratoryRate.class);

            assertThat(rate.getBreathsPerMinute()).isEqualTo(14.2);
        }

        @ParameterizedTest
        @CsvSource({"2026-05-14T21:59:00Z, 7200s, true", "2026-05-14T22:01:00Z, 7200s, false",
            "2026-05-14T22:01:00Z, +01:00, true"})
        void theClocksWhereItWasMeasuredTellTheDate(
                String instant, String offset, boolean isOfTheDate) {
            String stats = "\"fullSleepStats\":{\"breathsPerMinute\":14.2}";
            RespiratoryRate rate =
                    GoogleMapped.only(
                            mapped(
                                    page(),
                                    page(
                                            point(
                                                    "respiratoryRateSleepSummary",
                                                    at(instant, offset, stats)))),
                            RespiratoryRate.class);

            assertThat(rate.getBreathsPerMinute() != null).isEqualTo(isOfTheDate);
        }

        private String rem(String rate) {
            return ",\"remSleepStats\":{\"breathsPerMinute\":%s}".formatted(rate);
        }

        private String daily(String rate) {
            return page(
                    point(
                            "dailyRespiratoryRate",
                            on("2026-05-14", "\"breathsPerMinute\":" + rate)));
        }

        private String summary(String instant, String rate, String stages) {
            return point(
                    "respiratoryRateSleepSummary",
                    at(
                            instant,
                            "7200s",
                            "\"fullSleepStats\":{\"breathsPerMinute\":%s}%s"
                                    .formatted(rate, stages)));
        }

        private Mapping mapped(String daily, String summaries) {
            return GoogleMapped.of(
                    GooglePayloads.ofDate(PayloadKind.RESPIRATORY_RATE, "2026-05-14")
                            .part(PartKind.DAILY_RESPIRATORY_RATE, daily)
                            .part(PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY, summaries));
        }
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
