package io.pulseline.pipeline.target.intervals;

import static io.pulseline.pipeline.target.EventType.CREATED;
import static io.pulseline.pipeline.target.EventType.DELETED;
import static io.pulseline.pipeline.target.EventType.UPDATED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.openmhealth.Told;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsDayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Place place = new Place(Duration.ofSeconds(5), 1000);

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void eachRecordFillsItsFieldsInTheUnitsOfThePlace() {
        for (Class<? extends SpecificRecord> type :
                List.of(
                        HeartRateVariability.class,
                        OxygenSaturation.class,
                        RespiratoryRate.class,
                        Sleep.class)) {
            assertThat(place.first(CREATED, Told.sample(type)))
                    .isEqualTo(new DeliveryOutcome.Accepted("2026-10-03"));
        }
        assertThat(place.first(CREATED, Told.sample(DailySummary.class)))
                .isEqualTo(new DeliveryOutcome.Accepted("2026-10-02"));

        // RMSSD of the whole night, minutes asleep by 60; no body fat unless asked for.
        assertThat(place.day("2026-10-03"))
                .isEqualTo(
                        json(
                                "{'id':'2026-10-03','hrv':34.938,'spO2':96.1,'respiration':14.8,"
                                        + "'sleepSecs':24780}"));
        assertThat(place.day("2026-10-02"))
                .isEqualTo(json("{'id':'2026-10-02','restingHR':61,'steps':9214,'weight':71.4}"));
    }

    @Test
    void aNightCountsForTheDateOnWhichItEnded() {
        Sleep night = Told.sample(Sleep.class);
        // Began on the second in Kathmandu, which is the second in UTC; ended on the third.
        assertThat(content(CREATED, night).path("date").asText()).isEqualTo("2026-10-03");
        night.setLocalDate("2026-10-25");
        night.setStartEpochMillis(1_792_875_600_000L);
        night.setStartOffsetSeconds(7200);
        night.setEndEpochMillis(1_792_904_400_000L);
        night.setEndOffsetSeconds(3600);

        // The clocks went back in this night; minutes asleep are minutes all the same.
        assertThat(content(CREATED, night))
                .isEqualTo(json("{'date':'2026-10-25','wellness':{'sleepSecs':24780}}"));
    }

    @Test
    void ofSeveralWeightsTheLastCountsAndBodyFatWhenAskedFor() {
        DailySummary day = Told.sample(DailySummary.class);
        day.setSteps(null);
        day.setRestingHeartRateBeatsPerMinute(null);
        day.setWeights(
                List.of(
                        new WeightMeasurement("2", 2_000L, 71.4, null, null, null),
                        new WeightMeasurement("3", 3_000L, null, null, 18.5, null),
                        new WeightMeasurement("1", 1_000L, 72.0, null, 19.0, null),
                        new WeightMeasurement("0", null, 90.0, null, null, null)));

        assertThat(content(CREATED, day).path("wellness")).isEqualTo(json("{'weight':71.4}"));
        assertThat(content(CREATED, day, "{'wellness':['bodyFat','weight']}").path("wellness"))
                .isEqualTo(json("{'weight':71.4,'bodyFat':18.5}"));
    }

    @ParameterizedTest(name = "resting heart rate {0} is {1}")
    @CsvSource({"61.0,61", "61.4,61", "61.5,62"})
    void restingHeartRateIsWhole(double told, int sent) {
        DailySummary day = Told.sample(DailySummary.class);
        day.setRestingHeartRateBeatsPerMinute(told);

        assertThat(content(CREATED, day).path("wellness").path("restingHR").asInt())
                .isEqualTo(sent);
    }

    @Test
    void whatNobodyCanHaveIsNotSent() {
        DailySummary day = Told.sample(DailySummary.class);
        day.setRestingHeartRateBeatsPerMinute(6.1);
        day.setSteps(0);
        HeartRateVariability seconds = Told.sample(HeartRateVariability.class);
        seconds.setDailyRmssdMilliseconds(0.035);
        OxygenSaturation part = Told.sample(OxygenSaturation.class);
        part.setAveragePercent(0.961);

        assertThat(content(CREATED, day).path("wellness")).isEqualTo(json("{'weight':71.4}"));
        assertThat(none(CREATED, seconds))
                .isEqualTo("its value is not one a living person can have");
        assertThat(none(CREATED, part)).isEqualTo("its value is not one a living person can have");
    }

    @Test
    void whatHasNoFieldIsNotSentAndSaysWhy() {
        String hours = "intervals.icu keeps values of days, not of hours";
        assertThat(none(CREATED, Told.sample(Steps.class))).isEqualTo(hours);
        assertThat(none(CREATED, Told.sample(HeartRateSeries.class))).isEqualTo(hours);
        Sleep nap = Told.sample(Sleep.class);
        nap.setMainSleep(false);
        assertThat(none(CREATED, nap)).contains("only the main sleep");
        nap.setMainSleep(null);
        assertThat(none(CREATED, nap)).contains("only the main sleep");
        RespiratoryRate night = Told.sample(RespiratoryRate.class);
        night.setBreathsPerMinute(null);
        assertThat(none(CREATED, night)).isEqualTo("it has no value that intervals.icu keeps");
        assertThat(none(CREATED, night, "{'wellness':['steps']}"))
                .isEqualTo("none of its fields is among those to be sent");
    }

    @Test
    void deepSleepIsNoStandInForTheNight() {
        HeartRateVariability night = Told.sample(HeartRateVariability.class);
        night.setDailyRmssdMilliseconds(null);

        assertThat(none(CREATED, night)).isEqualTo("it has no value that intervals.icu keeps");
    }

    @Test
    void aChangeLeavesTheOtherFieldsAlone() {
        place.first(CREATED, Told.sample(Sleep.class));
        place.first(CREATED, Told.sample(OxygenSaturation.class));
        OxygenSaturation corrected = Told.sample(OxygenSaturation.class);
        corrected.setAveragePercent(95.5);

        place.send(UPDATED, corrected, 1, "2026-10-03");

        assertThat(place.day("2026-10-03"))
                .isEqualTo(json("{'id':'2026-10-03','sleepSecs':24780,'spO2':95.5}"));
    }

    @Test
    void whatIsDeletedEmptiesItsOwnFields() {
        place.first(CREATED, Told.sample(Sleep.class));
        place.first(CREATED, Told.sample(OxygenSaturation.class));

        assertThat(place.send(DELETED, Told.sample(OxygenSaturation.class), 1, "2026-10-03"))
                .isEqualTo(new DeliveryOutcome.Accepted("2026-10-03"));

        assertThat(place.day("2026-10-03"))
                .isEqualTo(json("{'id':'2026-10-03','sleepSecs':24780}"));
    }

    @Test
    void aDeletedNapLeavesTheNightAlone() {
        place.first(CREATED, Told.sample(Sleep.class));
        Sleep nap = Told.sample(Sleep.class);
        nap.setMainSleep(null);
        nap.setDeleted(true);

        assertThat(place.first(DELETED, nap)).isEqualTo(new DeliveryOutcome.Accepted());

        assertThat(place.day("2026-10-03").path("sleepSecs").asInt()).isEqualTo(24780);
    }

    @Test
    void aNightThatEndedOnAnotherDateDoesNotCountOnBoth() {
        place.first(CREATED, Told.sample(Sleep.class));
        place.first(CREATED, Told.sample(OxygenSaturation.class));
        Sleep travelled = Told.sample(Sleep.class);
        travelled.setLocalDate("2026-10-02");

        assertThat(place.send(UPDATED, travelled, 1, "2026-10-03"))
                .isEqualTo(new DeliveryOutcome.Accepted("2026-10-02"));

        assertThat(place.day("2026-10-02"))
                .isEqualTo(json("{'id':'2026-10-02','sleepSecs':24780}"));
        assertThat(place.day("2026-10-03")).isEqualTo(json("{'id':'2026-10-03','spO2':96.1}"));
        assertThat(place.send(DELETED, Told.sample(Sleep.class), 1, "2026-10-02"))
                .isEqualTo(new DeliveryOutcome.Accepted("2026-10-02"));
        assertThat(place.day("2026-10-02")).isEqualTo(json("{'id':'2026-10-02'}"));
    }

    @ParameterizedTest
    @ValueSource(classes = {DailySummary.class, Sleep.class})
    void deletionsStayHereWhereTheUserWantsIt(Class<? extends SpecificRecord> type) {
        assertThat(none(DELETED, Told.sample(type), "{'deletes':false}"))
                .isEqualTo("what was deleted stays at intervals.icu, as you set it");
        assertThat(none(DELETED, Place.walk(), "{'deletes':false}"))
                .isEqualTo("what was deleted stays at intervals.icu, as you set it");
    }

    private JsonNode content(EventType event, SpecificRecord record) {
        return content(event, record, "{}");
    }

    private JsonNode content(EventType event, SpecificRecord record, String configuration) {
        return switch (place.target().content(event, Told.of(record), json(configuration))) {
            case Content.Bytes bytes -> json(new String(bytes.bytes(), UTF_8));
            case Content.None none -> throw new AssertionError(none.reason());
        };
    }

    private String none(EventType event, SpecificRecord record) {
        return none(event, record, "{}");
    }

    private String none(EventType event, SpecificRecord record, String configuration) {
        return switch (place.target().content(event, Told.of(record), json(configuration))) {
            case Content.Bytes _ -> throw new AssertionError("there is something to send");
            case Content.None none -> none.reason();
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
