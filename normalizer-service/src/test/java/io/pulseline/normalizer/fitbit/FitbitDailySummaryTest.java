package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitDailySummaryTest {
    private static final String DATE = "2026-05-14";

    /** What every record has. */
    private static final Set<String> FRAME =
            Set.of(
                    "recordId",
                    "revision",
                    "contentHash",
                    "user",
                    "localDate",
                    "deleted",
                    "acquisition",
                    "provenance");

    private static final String ACTIVITY =
            """
            {"activities":[],"goals":{"steps":10000},"summary":{"activeScore":-1,"activityCalories":801,
             "caloriesBMR":1605,"caloriesOut":2406,"distances":[{"activity":"Walk","distance":1.5},
             {"activity":"total","distance":6.25},{"activity":"tracker","distance":6}],
             "elevation":30.48,"floors":10,"fairlyActiveMinutes":5,"lightlyActiveMinutes":150,
             "sedentaryMinutes":700,"veryActiveMinutes":40,"restingHeartRate":64,"steps":8123,
             "heartRateZones":[{"max":113,"min":30,"minutes":1294,"name":"Out of Range","caloriesOut":1972.1}]}}\
            """;

    @Test
    void theActivitySummaryGivesSumsOfTheDay() {
        DailySummary day = map(day().answered(PartKind.ACTIVITY_SUMMARY, ACTIVITY));

        assertThat(day.getSteps()).isEqualTo(8123);
        assertThat(day.getDistanceMetres()).isEqualTo(6250);
        assertThat(day.getEnergyKilocalories()).isEqualTo(2406);
        assertThat(day.getBasalEnergyKilocalories()).isEqualTo(1605);
        assertThat(day.getActivityEnergyKilocalories()).isEqualTo(801);
        assertThat(day.getFloors()).isEqualTo(10);
        assertThat(day.getElevationGainMetres()).isEqualTo(30.48);
        assertThat(day.getSedentaryMinutes()).isEqualTo(700);
        assertThat(day.getVeryActiveMinutes()).isEqualTo(40);
        assertThat(day.getRestingHeartRateBeatsPerMinute()).isEqualTo(64);
        assertThat(day.getHeartRateZones()).hasSize(1);
    }

    @Test
    void imperialAnswersGiveTheSameDay() {
        DailySummary day =
                map(
                        day().answered(
                                        PartKind.ACTIVITY_SUMMARY,
                                        ACTIVITY.replace("6.25", "3.88357").replace("30.48", "100"))
                                .in("en_US")
                                .answered(
                                        PartKind.WEIGHT,
                                        "{\"date\":\"2026-05-14\",\"time\":\"07:00:00\",\"weight\":171.1}")
                                .in("en_US")
                                .answered(
                                        PartKind.SKIN_TEMPERATURE,
                                        "{\"value\":{\"nightlyRelative\":-0.9},\"logType\":\"other_sensors\"}")
                                .in("en_US"));

        assertThat(day.getDistanceMetres()).isEqualTo(6250, within(0.01));
        assertThat(day.getElevationGainMetres()).isEqualTo(30.48);
        assertThat(day.getWeights().getFirst().getKilograms()).isEqualTo(77.61);
        assertThat(day.getSkinTemperatureDeviationCelsius()).isEqualTo(-0.5);
        assertThat(day.getSkinTemperatureSensor()).isEqualTo("OTHER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"dateTime":"2026-05-14","value":{"customHeartRateZones":[],"restingHeartRate":61,
                 "heartRateZones":[{"max":220,"min":169,"name":"ピーク"},{"max":113,"min":30,"name":"範囲外","minutes":9}]}}\
                """,
                """
                {"datetime":"today","value":"64.2","customHeartRateZones":[],"restingHeartRate":"61",
                 "heartRateZones":[{"max":220,"min":169,"name":"ピーク"},{"max":113,"min":30,"name":"範囲外","minutes":9}]}\
                """
            })
    void theHeartRateSeriesComesBeforeTheSummaryInBothShapes(String entry) {
        DailySummary day =
                map(
                        day().answered(PartKind.ACTIVITY_SUMMARY, ACTIVITY)
                                .answered(PartKind.HEART_RATE_DAILY, entry));

        assertThat(day.getRestingHeartRateBeatsPerMinute()).isEqualTo(61);
        assertThat(day.getHeartRateZones())
                .as("lowest first, whatever they are called; minutes may be absent")
                .containsExactly(
                        new HeartRateZone("範囲外", 30, 113, 9.0, null),
                        new HeartRateZone("ピーク", 169, 220, null, null));
    }

    @Test
    void aRestingHeartRateOfZeroIsNone() {
        DailySummary day =
                map(
                        day().answered(
                                        PartKind.HEART_RATE_DAILY,
                                        "{\"value\":{\"restingHeartRate\":0,\"heartRateZones\":[]}}"));

        assertThat(day.getRestingHeartRateBeatsPerMinute()).isNull();
        assertThat(day.getHeartRateZones()).isNull();
    }

    @Test
    void zoneMinutesThatAreAbsentStayAbsent() {
        DailySummary day =
                map(
                        day().answered(
                                        PartKind.ACTIVE_ZONE_MINUTES,
                                        "{\"value\":{\"activeZoneMinutes\":10,\"cardioActiveZoneMinutes\":10}}"));

        assertThat(day.getActiveZoneMinutes()).isEqualTo(10);
        assertThat(day.getCardioActiveZoneMinutes()).isEqualTo(10);
        assertThat(day.getFatBurnActiveZoneMinutes()).isNull();
        assertThat(day.getPeakActiveZoneMinutes()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"42-46\"', 42, 46",
        "'\"44\"', 44, 44",
        "42.5, 42.5, 42.5",
        "'\"41.5 - 45\"', 41.5, 45"
    })
    void cardioFitnessIsARangeOrANumber(String text, double lower, double upper) {
        DailySummary day =
                map(
                        day().answered(
                                        PartKind.CARDIO_FITNESS,
                                        "{\"value\":{\"vo2Max\":" + text + "}}"));

        assertThat(day.getVo2MaxLowerMillilitresPerKilogramMinute()).isEqualTo(lower);
        assertThat(day.getVo2MaxUpperMillilitresPerKilogramMinute()).isEqualTo(upper);
    }

    @Test
    void weightsStandInOrderOfTimeAndTheirIdsAreNoTimes() {
        DailySummary day =
                map(
                        day().answered(
                                        PartKind.WEIGHT,
                                        """
                                        {"bmi":25.93,"date":"2026-05-14","fat":14.5,"logId":1778803199000,
                                         "source":"API","time":"23:59:59","weight":77.6}\
                                        """)
                                .answered(
                                        PartKind.WEIGHT,
                                        """
                                        {"bmi":0,"date":"2026-05-14","logId":1778741400000,
                                         "source":"Aria","time":"06:50:00","weight":"77.1"}\
                                        """));

        assertThat(day.getWeights())
                .containsExactly(
                        new WeightMeasurement(
                                "1778741400000",
                                Instant.parse("2026-05-14T04:50:00Z").toEpochMilli(),
                                77.1,
                                null,
                                null,
                                "Aria"),
                        new WeightMeasurement(
                                "1778803199000",
                                Instant.parse("2026-05-14T21:59:59Z").toEpochMilli(),
                                77.6,
                                25.93,
                                14.5,
                                "API"));
    }

    @Test
    void aWeightInStonesIsOneInKilograms() {
        DailySummary day = map(day().answered(PartKind.WEIGHT, "{\"weight\":12.2}").in("en_GB"));

        assertThat(day.getWeights().getFirst().getKilograms()).isEqualTo(77.474);
        assertThat(day.getWeights().getFirst().getMeasuredEpochMillis()).isNull();
    }

    @Test
    void whatNoPartSaysIsNull() {
        DailySummary day = map(day().answered(PartKind.SKIN_TEMPERATURE, "{}"));

        assertThat(RecordJson.tree(day, FRAME)).isNotEmpty().allMatch(JsonNode::isNull);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activity-summary | {\"activities\":[]} | activity-summary part has no summary",
                "cardio-fitness | {\"value\":{\"vo2Max\":\"high\"}} | is neither a number nor a range",
                "weight | {\"errors\":[]} | weight part is an error of Fitbit",
                "skin-temperature | {\"error\":{}} | skin-temperature part is an error of Fitbit",
            })
    void aPartOfAnotherShapeRefusesTheDay(String part, String document, String reason) {
        assertThatThrownBy(() -> map(day().answered(part, document)))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPayloadWithoutPartsIsRefused() {
        assertThatThrownBy(() -> map(day()))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("payload has no parts");
    }

    private static Payloads day() {
        return Payloads.ofDate(PayloadKind.DAILY_SUMMARY, DATE).zone(null, "Europe/Berlin");
    }

    private static DailySummary map(Payloads payload) {
        return Mapped.only(Mapped.of(payload.build()), DailySummary.class);
    }
}
