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
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleHeartRateVariabilityTest {
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

    @Test
    void aPointCutOutOfAnAnswerIsReadAsItsPageIs() {
        String point =
                listed(
                        "{\"platform\":\"FITBIT\"}",
                        "dailyHeartRateVariability",
                        on("2026-05-14", "\"averageHeartRateVariabilityMilliseconds\":42.5"));

        Mapping cut = mapped(point, page(rmssd("2026-05-14T01:05:00Z", "40.5")));

        assertThat(cut).isEqualTo(mapped(page(point), page(rmssd("2026-05-14T01:05:00Z", "40.5"))));
        assertThat(GoogleMapped.only(cut, HeartRateVariability.class).getDailyRmssdMilliseconds())
                .isEqualTo(42.5);
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

        assertThat(GoogleMapped.only(mapping, HeartRateVariability.class).getIntraday()).isNull();
        assertThat(mapping.oddities()).containsOnlyKeys(Oddity.ROW_UNREADABLE);
    }

    @Test
    void aDateThatVanishedIsADeletedRecord() {
        HeartRateVariability gone =
                GoogleMapped.only(
                        GoogleMapped.of(
                                GooglePayloads.ofDate(
                                                PayloadKind.HEART_RATE_VARIABILITY, "2026-05-14")
                                        .vanished()),
                        HeartRateVariability.class);

        assertThat(gone.getDeleted()).isTrue();
    }

    private static String daily(String date, String average, String deep) {
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

    private static String rmssd(String instant, String value) {
        return point(
                "heartRateVariability",
                at(
                        instant,
                        "7200s",
                        "\"rootMeanSquareOfSuccessiveDifferencesMilliseconds\":" + value));
    }

    private static Mapping mapped(String daily, String intraday) {
        return GoogleMapped.of(
                GooglePayloads.ofDate(PayloadKind.HEART_RATE_VARIABILITY, "2026-05-14")
                        .part(PartKind.DAILY_HEART_RATE_VARIABILITY, daily)
                        .part(PartKind.HEART_RATE_VARIABILITY, intraday)
                        .part(PartKind.HEART_RATE_VARIABILITY, intraday));
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
