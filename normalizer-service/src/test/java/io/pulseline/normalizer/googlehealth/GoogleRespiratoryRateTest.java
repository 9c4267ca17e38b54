package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleRespiratoryRateTest {
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
                        mapped(daily("14.2"), page(nap, night, night)), RespiratoryRate.class);

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
    @CsvSource({
        "2026-05-14T21:59:00Z, 7200s, true",
        "2026-05-14T22:01:00Z, 7200s, false",
        "2026-05-14T22:01:00Z, +01:00, true"
    })
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

    private static String rem(String rate) {
        return ",\"remSleepStats\":{\"breathsPerMinute\":%s}".formatted(rate);
    }

    private static String daily(String rate) {
        return page(
                point("dailyRespiratoryRate", on("2026-05-14", "\"breathsPerMinute\":" + rate)));
    }

    private static String summary(String instant, String rate, String stages) {
        return point(
                "respiratoryRateSleepSummary",
                at(
                        instant,
                        "7200s",
                        "\"fullSleepStats\":{\"breathsPerMinute\":%s}%s".formatted(rate, stages)));
    }

    private static Mapping mapped(String daily, String summaries) {
        return GoogleMapped.of(
                GooglePayloads.ofDate(PayloadKind.RESPIRATORY_RATE, "2026-05-14")
                        .part(PartKind.DAILY_RESPIRATORY_RATE, daily)
                        .part(PartKind.RESPIRATORY_RATE_SLEEP_SUMMARY, summaries));
    }
}
