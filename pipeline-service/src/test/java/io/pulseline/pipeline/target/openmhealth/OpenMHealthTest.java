package io.pulseline.pipeline.target.openmhealth;

import static io.pulseline.pipeline.target.openmhealth.PointCheck.assertFits;
import static io.pulseline.pipeline.target.openmhealth.PointCheck.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenMHealthTest {
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @ParameterizedTest
    @ValueSource(
            classes = {
                Activity.class,
                HeartRateSeries.class,
                HeartRateVariability.class,
                Steps.class,
                RespiratoryRate.class,
                OxygenSaturation.class,
                Sleep.class,
                DailySummary.class
            })
    void everyPublishedSampleFitsTheSchemas(Class<? extends SpecificRecord> type) {
        List<ObjectNode> points = points(Told.sample(type));

        assertThat(points).isNotEmpty();
        assertFits(points);
        assertThat(ids(points)).doesNotHaveDuplicates().isEqualTo(ids(points(Told.sample(type))));
    }

    @Test
    void oneHeaderSatisfiesBothFamilies() {
        JsonNode header = only("sleep-episode", points(Told.sample(Sleep.class))).path("header");

        assertThat(header.path("id")).isEqualTo(header.path("uuid"));
        ((ObjectNode) header).remove(List.of("id", "uuid"));
        assertThat(header)
                .isEqualTo(
                        json(
                                """
                                {'schema_id':{'namespace':'ieee','name':'sleep-episode','version':'1.0'},
                                 'source_creation_date_time':'2026-10-03T06:35:05.118+05:45',
                                 'creation_date_time':'2026-10-03T06:35:05.118+05:45',
                                 'modality':'sensed',
                                 'acquisition_provenance':{'source_name':'Fitbit Web API',
                                  'source_data_point_id':'51234567890','modality':'sensed'},
                                 'user_id':'3d3b1f5a-9c0e-5f64-8a2b-71c2f0e4d9b6'}\
                                """));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"MANUAL,self-reported", "SENSED,sensed", "DERIVED,", ","})
    void modalityIsWhatTheRecordTells(String method, String modality) {
        RespiratoryRate night = Told.sample(RespiratoryRate.class);
        night.getProvenance().setRecordingMethod(method);

        JsonNode header = points(night).getFirst().path("header");

        assertThat(header.path("modality").asText(null)).isEqualTo(modality);
        assertThat(header.path("acquisition_provenance").path("modality").asText(null))
                .isEqualTo(modality);
    }

    @Test
    void aWorkoutIsAPhysicalActivityInKilometresAndSeconds() {
        assertThat(only("physical-activity", points(Told.sample(Activity.class))).path("body"))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'time_interval':{
                                  'start_date_time':'2026-10-03T07:12:40+05:45',
                                  'end_date_time':'2026-10-03T07:37:40+05:45'}},
                                 'activity_name':'walk',
                                 'duration':{'value':1460,'unit':'sec'},
                                 'base_movement_quantity':{'value':2630,'unit':'steps'},
                                 'distance':{'value':1.8745,'unit':'km'},
                                 'kcal_burned':{'value':118,'unit':'kcal'}}\
                                """));
    }

    @Test
    void theSeriesOfAWorkoutIsThereWhenAskedFor() {
        Activity walk = Told.sample(Activity.class);

        List<ObjectNode> without = read(OpenMHealth.dataPoints(Told.of(walk), false, null));
        List<ObjectNode> with = read(OpenMHealth.dataPoints(Told.of(walk), true, null));

        assertThat(schemas(without)).containsExactly("physical-activity", "heart-rate");
        assertThat(with).hasSize(3).startsWith(without.toArray(ObjectNode[]::new));
        assertThat(with.getLast().path("body")).hasSize(3);
        assertThat(with.getLast().path("body").path(1))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'date_time':'2026-10-03T07:20:09+05:45'},
                                 'heart_rate':{'value':104,'unit':'beats/min'},
                                 'temporal_relationship_to_physical_activity':'during exercise'}\
                                """));
    }

    @Test
    void anActivityOfUnknownLengthSaysNothing() {
        Activity walk = Told.sample(Activity.class);
        walk.setElapsedMilliseconds(null);

        assertThat(points(walk)).isEmpty();
    }

    @Test
    void anActivityOfNoListedTypeGoesByItsProvidersName() {
        Activity walk = Told.sample(Activity.class);
        walk.setActivityType("OTHER");
        walk.setProviderActivityTypeName("Kite flying");

        assertThat(points(walk).getFirst().path("body").path("activity_name").asText())
                .isEqualTo("Kite flying");
    }

    @Test
    void stepsOfUnknownMinutesAreNotCountedAsNone() {
        Steps hour = Told.sample(Steps.class);
        List<Integer> minutes = new ArrayList<>(Collections.nCopies(60, (Integer) null));
        minutes.set(0, 0);
        minutes.set(1, 40);
        minutes.set(58, 7);
        minutes.set(59, 5);
        hour.setStepsPerMinute(minutes);

        List<ObjectNode> points = points(hour);

        assertFits(points);
        assertThat(points)
                .extracting(OpenMHealthTest::span)
                .containsExactly(
                        "2026-10-03T07:00:00+05:45/2026-10-03T07:02:00+05:45",
                        "2026-10-03T07:58:00+05:45/2026-10-03T08:00:00+05:45");
        assertThat(points)
                .extracting(point ->
                        point.path("body").path("base_movement_quantity").path("value").asInt())
                .containsExactly(40, 12);
    }

    @Test
    void anHourInWhichNothingWasWornSaysNothing() {
        HeartRateSeries hour = Told.sample(HeartRateSeries.class);
        hour.getHeartRate().setOffsetMilliseconds(List.of());
        hour.getHeartRate().setBeatsPerMinute(List.of());

        assertThat(points(hour)).isEmpty();
    }

    @Test
    void anHourOfHeartRateIsOneSeries() {
        HeartRateSeries hour = Told.sample(HeartRateSeries.class);

        List<ObjectNode> points = points(hour);

        assertThat(points).hasSize(1);
        assertThat(points.getFirst().path("body"))
                .hasSize(hour.getHeartRate().getBeatsPerMinute().size());
    }

    @Test
    void aNightCrossesMidnightAndKeepsItsOffset() {
        List<ObjectNode> points = points(Told.sample(Sleep.class));

        assertThat(only("sleep-episode", points).path("body"))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'time_interval':{
                                  'start_date_time':'2026-10-02T22:48:30+05:45',
                                  'end_date_time':'2026-10-03T06:02:30+05:45'}},
                                 'total_sleep_time':{'value':413,'unit':'min'},
                                 'light_sleep_duration':{'value':280,'unit':'min'},
                                 'deep_sleep_duration':{'value':67,'unit':'min'},
                                 'rem_sleep_duration':{'value':66,'unit':'min'},
                                 'latency_to_sleep_onset':{'value':0,'unit':'min'},
                                 'latency_to_arising':{'value':0,'unit':'min'},
                                 'is_main_sleep':true,
                                 'sleep_efficiency_percentage':{'value':95,'unit':'%'}}\
                                """));
        JsonNode stages = only("sleep-stage-summary", points).path("body");
        assertThat(stages.path("sleep_stage_episodes")).hasSize(12);
        assertThat(stages.path("sleep_stage_episodes").path(2))
                .isEqualTo(
                        json(
                                """
                                {'sleep_stage_state':'Deep_sleep',
                                 'sleep_stage_time_frame':{'time_interval':{
                                  'start_date_time':'2026-10-02T23:28:30+05:45',
                                  'end_date_time':'2026-10-03T00:10:30+05:45'}}}\
                                """));
        assertThat(stages.path("sleep_stage_summary"))
                .isEqualTo(
                        json(
                                """
                                {'total_sleep_time':{'value':413,'unit':'min'},
                                 'awake_duration':{'value':21,'unit':'min'},
                                 'deep_sleep_episode_count':2}\
                                """));
    }

    @Test
    void aNightInWhichTheClocksChangeHasTwoOffsets() {
        Sleep night = Told.sample(Sleep.class);
        night.setStartEpochMillis(1_792_875_600_000L);
        night.setStartOffsetSeconds(7200);
        night.setEndEpochMillis(1_792_904_400_000L);
        night.setEndOffsetSeconds(3600);

        assertThat(span(only("sleep-episode", points(night))))
                .isEqualTo("2026-10-24T23:00:00+02:00/2026-10-25T06:00:00+01:00");
    }

    @Test
    void classicSleepIsUnknownOrAwake() {
        Sleep nap = Told.sample(Sleep.class);
        nap.getSegments().setStage(List.of("ASLEEP", "RESTLESS", "AWAKE", "LEVITATING"));

        assertThat(
                        only("sleep-stage-summary", points(nap))
                                .path("body")
                                .path("sleep_stage_episodes")
                                .findValuesAsText("sleep_stage_state"))
                .containsExactly("Unknown_sleep", "Awake", "Awake");
    }

    @Test
    void rmssdGoesByOurOwnSchemaWithTheIntervalOfItsSamples() {
        JsonNode point = points(Told.sample(HeartRateVariability.class)).getFirst();

        assertThat(point.path("header").path("schema_id"))
                .isEqualTo(
                        json(
                                "{'namespace':'pulseline','name':'heart-rate-variability','version':'1.0'}"));
        assertThat(point.path("body"))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'time_interval':{
                                  'start_date_time':'2026-10-02T23:05:00+05:45',
                                  'end_date_time':'2026-10-02T23:25:00+05:45'}},
                                 'heart_rate_variability':{'value':34.938,'unit':'ms'},
                                 'measure':'rmssd',
                                 'temporal_relationship_to_sleep':'during sleep'}\
                                """));
    }

    @Test
    void oxygenIsTheAverageOfTheNight() {
        assertThat(points(Told.sample(OxygenSaturation.class)).getFirst().path("body"))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'time_interval':{
                                  'start_date_time':'2026-10-02T23:00:30+05:45',
                                  'end_date_time':'2026-10-02T23:08:30+05:45'}},
                                 'oxygen_saturation':{'value':96.1,'unit':'%'},
                                 'system':'peripheral capillary',
                                 'measurement_method':'pulse oximetry',
                                 'descriptive_statistic':'average'}\
                                """));
    }

    @Test
    void aDayGivesSumsRestAndWeightsAndNoTemperature() {
        List<ObjectNode> points = points(Told.sample(DailySummary.class));

        assertThat(schemas(points))
                .containsExactly(
                        "physical-activity",
                        "calories-burned",
                        "heart-rate",
                        "body-weight",
                        "body-mass-index",
                        "body-fat-percentage");
        String day =
                """
                'effective_time_frame':{'time_interval':{
                 'start_date_time':'2026-10-02T00:00:00+05:45',
                 'end_date_time':'2026-10-03T00:00:00+05:45'}}\
                """;
        assertThat(points.get(0).path("body"))
                .isEqualTo(
                        json(
                                "{"
                                        + day
                                        + """
                                        ,'activity_name':'daily activity total',
                                        'base_movement_quantity':{'value':9214,'unit':'steps'},
                                        'distance':{'value':6.87,'unit':'km'},
                                        'descriptive_statistic':'sum',
                                        'descriptive_statistic_denominator':'d'}\
                                        """));
        assertThat(points.get(1).path("body").path("kcal_burned"))
                .isEqualTo(json("{'value':2304,'unit':'kcal'}"));
        assertThat(points.get(2).path("body"))
                .isEqualTo(
                        json(
                                "{"
                                        + day
                                        + """
                                        ,'heart_rate':{'value':61,'unit':'beats/min'},
                                        'descriptive_statistic':'average',
                                        'temporal_relationship_to_physical_activity':'at rest'}\
                                        """));
        assertThat(points.get(3).path("body"))
                .isEqualTo(
                        json(
                                """
                                {'effective_time_frame':{'date_time':'2026-10-02T07:10:12+05:45'},
                                 'body_weight':{'value':71.4,'unit':'kg'}}\
                                """));
        assertThat(points.get(3).path("header").has("modality")).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-03-29,2026-03-29T00:00:00+01:00/2026-03-30T00:00:00+02:00",
        "2026-10-25,2026-10-25T00:00:00+02:00/2026-10-26T00:00:00+01:00",
        "2026-12-31,2026-12-31T00:00:00+01:00/2027-01-01T00:00:00+01:00"
    })
    void aDayIsAsLongAsTheClocksMakeIt(String date, String span) {
        DailySummary day = Told.sample(DailySummary.class);
        day.setLocalDate(date);

        assertThat(span(OpenMHealth.dataPoints(Told.of(day), false, COPENHAGEN).getFirst()))
                .isEqualTo(span);
    }

    @Test
    void aDayWithoutMidnightBeginsWhenItsClocksDo() {
        DailySummary day = Told.sample(DailySummary.class);
        day.setLocalDate("2026-09-06");

        assertThat(
                        span(
                                OpenMHealth.dataPoints(
                                                Told.of(day), false, ZoneId.of("America/Santiago"))
                                        .getFirst()))
                .isEqualTo("2026-09-06T01:00:00-03:00/2026-09-07T00:00:00-03:00");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                HeartRateVariability.class,
                RespiratoryRate.class,
                OxygenSaturation.class,
                DailySummary.class
            })
    void aDateWithoutAZoneIsNoTime(Class<? extends SpecificRecord> type) {
        assertThat(OpenMHealth.dataPoints(Told.of(Told.sample(type)), false, null)).isEmpty();
    }

    @Test
    void whatIsAbsentGivesNoDataPoint() {
        assertThat(points(new HeartRateVariability())).isEmpty();
        assertThat(points(new OxygenSaturation())).isEmpty();
        assertThat(points(new RespiratoryRate())).isEmpty();
        assertThat(points(new Sleep())).isEmpty();
        DailySummary day = Told.sample(DailySummary.class);
        day.setSteps(null);
        day.setDistanceMetres(null);
        day.setEnergyKilocalories(null);
        day.setRestingHeartRateBeatsPerMinute(null);
        day.setWeights(null);
        assertThat(points(day)).isEmpty();
    }

    private static List<ObjectNode> points(SpecificRecord record) {
        return read(OpenMHealth.dataPoints(Told.of(record), true, KATHMANDU));
    }

    /** As a receiver reads them. */
    private static List<ObjectNode> read(List<ObjectNode> points) {
        return points.stream().map(point -> (ObjectNode) json(point.toString())).toList();
    }

    private static ObjectNode only(String schema, List<ObjectNode> points) {
        List<ObjectNode> found =
                points.stream().filter(point -> schema.equals(schema(point))).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<String> schemas(List<ObjectNode> points) {
        return points.stream().map(OpenMHealthTest::schema).toList();
    }

    private static String schema(JsonNode point) {
        return point.path("header").path("schema_id").path("name").asText();
    }

    private static List<String> ids(List<ObjectNode> points) {
        return points.stream().map(point -> point.path("header").path("id").asText()).toList();
    }

    private static String span(JsonNode point) {
        JsonNode interval = point.path("body").path("effective_time_frame").path("time_interval");
        return interval.path("start_date_time").asText()
                + "/"
                + interval.path("end_date_time").asText();
    }
}
