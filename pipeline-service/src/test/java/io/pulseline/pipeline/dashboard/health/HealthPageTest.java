package io.pulseline.pipeline.dashboard.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.Records;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Health pages of Kira, who wears a tracker, and of Jona, who does not and in no other test. */
@QuarkusTest
@WithTestResource(ServiceSettings.class)
class HealthPageTest {
    /** 25 hours long in Berlin. */
    private static final LocalDate LONG_DAY = LocalDate.of(2025, 10, 26);

    @Inject Records records;
    @Inject Transactions transactions;

    private final Street kira = Street.reader("kira");
    private final Street jona = Street.reader("jona");
    private final MetricDays days = new MetricDays(kira.user(), ZoneId.of("Europe/Berlin"));

    @AfterEach
    void tidy() {
        kira.close();
        jona.close();
    }

    private void kept(List<? extends SpecificRecord> metrics) {
        var _ =
                transactions.writeAndWait(() ->
                        records.keepAll(
                                metrics.stream().map(MetricDays::received).toList(),
                                Instant.now()));
    }

    private static ValidatableResponse page(Street of, String path) {
        return of.logged().accept("text/html").get(path).then().statusCode(200);
    }

    @Test
    void aDayOfTwentyFiveHoursIsShownWholeWithItsGapInWords() {
        List<SpecificRecord> hours = new ArrayList<>();
        for (int slot = 0; slot < 25; slot++) {
            if (slot != 10) {
                hours.add(days.hour(LONG_DAY, slot, 60, 50 + slot));
            }
        }
        kept(hours);

        page(kira, "/health/heart-rate?span=day&date=" + LONG_DAY)
                .body(containsString("Sun 26 Oct 2025"))
                // The eleventh hour of that day begins at nine by the clock.
                .body(containsString("No heart rate from 09:00 to 10:00"))
                .body(containsString("nothing came for this time"))
                .body(containsString("24 h 00 min (96 %)"))
                .body(containsString("<dd>50 bpm</dd>"))
                .body(containsString("<dd>74 bpm</dd>"))
                .body(containsString("Europe/Berlin"))
                .body(containsString("date=2025-10-25\""))
                .body(containsString("date=2025-10-27\""))
                .body(containsString("/api/health/heart-rate?from=2025-10-26"));
        page(kira, "/health/heart-rate?span=week&date=" + LONG_DAY)
                .body(containsString("Worn"))
                .body(containsString("No heart rate from Mon 20 Oct 2025 to Sat 25 Oct 2025"));
        page(jona, "/health/heart-rate?span=day&date=" + LONG_DAY)
                .body(containsString("No heart rate on Sun 26 Oct 2025"))
                .body(containsString("nothing came for this day"))
                .body(not(containsString("data-chart")));
    }

    @Test
    void aNightIsShownByItsStages() {
        LocalDate date = LocalDate.of(2025, 9, 3);
        kept(List.of(days.night(date, "STAGES", List.of("LIGHT", "DEEP", "REM", "WAKE"))));

        page(kira, "/health/sleep?date=" + date)
                .body(containsString("stageNames"))
                .body(containsString("<dt>REM</dt><dd>10:00 min</dd>"))
                .body(containsString("00:00 to 00:40"));
        page(kira, "/health/sleep?span=month&date=" + date)
                .body(containsString("September 2025"))
                .body(containsString("1 of 30"))
                .body(containsString("No sleep from Mon 1 Sep 2025 to Tue 2 Sep 2025"));
    }

    @Test
    void heartRateVariabilityIsToldAsRmssdWithWhatIsUsual() {
        LocalDate date = LocalDate.of(2025, 8, 20);
        List<SpecificRecord> nights = new ArrayList<>();
        for (int before = 0; before < 20; before++) {
            nights.add(days.variability(date.minusDays(before), before % 2 == 0 ? 38 : 42, 3));
            nights.add(days.summary(date.minusDays(before), 55, 7000));
        }
        kept(nights);

        page(kira, "/health/heart-rate-variability?date=" + date)
                .body(containsString("RMSSD of the night"))
                .body(containsString("38.0 ms"))
                .body(containsString("36.0 ms to 44.2 ms"))
                .body(containsString("55 bpm"))
                .body(not(containsString("SDNN")));
        page(kira, "/health/heart-rate-variability?span=month&date=" + date)
                .body(containsString("Resting heart rate"))
                .body(containsString("20 of 31"))
                .body(
                        containsString(
                                "No heart rate variability (RMSSD) from Thu 21 Aug 2025 to Sun 31"
                                        + " Aug 2025"));
    }

    @Test
    void aRecordThatCameWithoutItsMeasurementIsToldApartFromOneThatDidNotCome() {
        LocalDate date = LocalDate.of(2025, 7, 1);
        var night = days.respiration(date, 15);
        night.setBreathsPerMinute(null);
        kept(List.of(night));

        page(kira, "/health/respiratory-rate?date=" + date)
                .body(containsString("No respiratory rate on Tue 1 Jul 2025"))
                .body(containsString("the day came without it"));
    }

    @Test
    void theOverviewTellsTheLatestOfAWeek() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        kept(
                List.of(
                        days.summary(yesterday, 57, 8123),
                        days.oxygen(yesterday, 96.4, 2),
                        days.steps(yesterday, 9, Collections.nCopies(60, 10))));

        page(kira, "/health")
                .body(containsString("57 bpm"))
                .body(containsString("8,123 steps"))
                .body(containsString("96.4 %"))
                .body(containsString("aria-current=\"page\""));
        page(jona, "/health")
                .body(containsString("Nothing in the last seven days."))
                .body(not(containsString("bpm")));
    }

    @ParameterizedTest
    @EnumSource
    void eachMeasureHasAPageForEachSpanAlsoForWhoHasNothing(Measure measure) {
        for (Span span : Span.values()) {
            String path =
                    "/health/%s?span=%s&date=2025-10-26".formatted(measure.path(), span.word());
            page(kira, path).contentType("text/html;charset=UTF-8");
            page(jona, path).body(containsString("Where nothing was measured"));
        }
    }

    @ParameterizedTest
    @CsvSource({"span=decade", "date=yesterday", "date=2999-01-01", "date=-5", "span=&date="})
    void anAddressThatMakesNoSenseShowsToday(String question) {
        page(jona, "/health/steps?" + question).body(containsString("nothing has come yet"));
    }

    @Test
    void aMetricThatIsNoneIsNotFoundAndNobodyLooksWithoutALogin() {
        jona.logged().get("/health/mood").then().statusCode(404).body("status", equalTo(404));
        given().get("/health").then().statusCode(401);
        given().get("/health/sleep").then().statusCode(401);
    }
}
