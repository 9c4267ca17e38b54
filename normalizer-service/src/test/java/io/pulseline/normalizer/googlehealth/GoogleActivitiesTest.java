package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.heartRate;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Lap;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleActivitiesTest {
    private static final String THING = "GOOGLE_HEALTH:31415926535897932";
    private static final String RUN =
            """
            {"name":"users/me/dataTypes/exercise/dataPoints/31415926535897932",
             "dataSource":{"recordingMethod":"ACTIVELY_MEASURED","platform":"FITBIT",
              "device":{"formFactor":"FITNESS_BAND","displayName":"Charge 6"}},
             "exercise":{"interval":{"startTime":"2026-05-14T16:03:20.500Z","startUtcOffset":"7200s",
               "endTime":"2026-05-14T16:33:20.500Z","endUtcOffset":"7200s"},"exerciseType":"RUNNING",
              "metricsSummary":{"caloriesKcal":312.5,"distanceMillimeters":5012300,"steps":"4820",
               "averageHeartRateBeatsPerMinute":"148","elevationGainMillimeters":23000,"activeZoneMinutes":"0",
               "heartRateZoneDurations":{"lightTime":"90s","moderateTime":"600s","vigorousTime":"1095s","peakTime":"0s"}},
              "exerciseMetadata":{"hasGps":true},"displayName":"Laufen","activeDuration":"1750.600s",
              "splitSummaries":[{"startTime":"2026-05-14T16:03:20.500Z","endTime":"2026-05-14T16:13:20.500Z",
               "metricsSummary":{"distanceMillimiters":2000000,"caloriesKcal":120},"splitType":"MANUAL"}]}}\
            """;
    private static final String TCX =
            """
            <TrainingCenterDatabase><Activities><Activity Sport="Running">
            <Lap StartTime="2026-05-14T18:03:20.500+02:00"><TotalTimeSeconds>1800</TotalTimeSeconds>
            <DistanceMeters>5012.3</DistanceMeters><Track>
            <Trackpoint><Time>2026-05-14T16:03:21Z</Time><Position><LatitudeDegrees>52.5</LatitudeDegrees>
            <LongitudeDegrees>13.4</LongitudeDegrees></Position><AltitudeMeters>34</AltitudeMeters>
            <HeartRateBpm><Value>99</Value></HeartRateBpm></Trackpoint></Track></Lap>
            <Creator><Name>Charge 6</Name></Creator></Activity></Activities></TrainingCenterDatabase>\
            """;

    @Test
    void aRunHasItsFiguresInOurUnits() {
        // When
        Mapping mapping = GoogleMapped.of(payload(RUN));

        // Then
        Activity run = GoogleMapped.only(mapping, Activity.class);
        assertThat(run.getTitle()).isEqualTo("Laufen");
        assertThat(run.getActivityType()).isEqualTo("RUN");
        assertThat(run.getProviderActivityTypeId()).isEqualTo("RUNNING");
        assertThat(run.getStartOffsetSeconds()).isEqualTo(7200);
        assertThat(run.getElapsedMilliseconds()).isEqualTo(1_800_000);
        assertThat(run.getActiveMilliseconds()).isEqualTo(1_750_600);
        assertThat(run.getDistanceMetres()).isEqualTo(5012.3);
        assertThat(run.getEnergyKilocalories()).isEqualTo(312.5);
        assertThat(run.getSteps()).isEqualTo(4820);
        assertThat(run.getElevationGainMetres()).isEqualTo(23);
        assertThat(run.getAverageHeartRateBeatsPerMinute()).isEqualTo(148);
        assertThat(run.getHeartRateZones())
                .containsExactly(
                        new HeartRateZone("LIGHT", null, null, 1.5, null),
                        new HeartRateZone("MODERATE", null, null, 10.0, null),
                        new HeartRateZone("VIGOROUS", null, null, 18.25, null),
                        new HeartRateZone("PEAK", null, null, 0.0, null));
        assertThat(run.getHeartRate()).isNull();
        assertThat(run.getTrack()).isNull();
        assertThat(run.getProvenance().getDeviceName()).isEqualTo("Charge 6");
        assertThat(run.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
        assertThat(mapping.oddities()).isEmpty();
        assertThat(mapping.records().getFirst().recordId())
                .isEqualTo(Ids.record(UUID.fromString(GooglePayloads.USER), "activity", THING));
        assertThat(mapping.records().getFirst().happenedAt())
                .isEqualTo(Instant.parse("2026-05-14T16:33:20.500Z"));
    }

    @Test
    void theListedHeartRateIsTakenAndNotTheThinnerOneOfTheTcx() {
        Mapping mapping =
                GoogleMapped.of(
                        payload(RUN)
                                .part(
                                        PartKind.HEART_RATE,
                                        page(
                                                heartRate("2026-05-14T16:03:25Z", 101),
                                                heartRate("2026-05-14T16:03:20Z", 100)))
                                .part(
                                        PartKind.HEART_RATE,
                                        page(
                                                heartRate("2026-05-14T16:03:25Z", 101),
                                                heartRate("2026-05-14T16:33:20Z", 150),
                                                heartRate("2026-05-14T16:33:21Z", 151)))
                                .part(PartKind.TCX, TCX));

        Activity run = GoogleMapped.only(mapping, Activity.class);
        assertThat(run.getHeartRate().getBeatsPerMinute()).containsExactly(100, 101, 150);
        assertThat(mapping.oddities()).containsOnlyKeys(Oddity.HEART_RATE_OUTSIDE_ACTIVITY);
        assertThat(run.getTrack().getLatitudeDegrees()).containsExactly(52.5);
    }

    @Test
    void withoutAListedSampleTheTcxsOwnHeartRateIsTaken() {
        Activity run =
                GoogleMapped.only(
                        GoogleMapped.of(
                                payload(RUN)
                                        .part(PartKind.HEART_RATE, page())
                                        .part(PartKind.TCX, TCX)),
                        Activity.class);

        assertThat(run.getHeartRate().getBeatsPerMinute()).containsExactly(99);
    }

    @Test
    void lapsComeFromTheTcxAndFromTheExerciseWhereThereIsNone() {
        Activity withTcx =
                GoogleMapped.only(
                        GoogleMapped.of(payload(RUN).part(PartKind.TCX, TCX)), Activity.class);
        Activity without = GoogleMapped.only(GoogleMapped.of(payload(RUN)), Activity.class);

        assertThat(withTcx.getLaps()).containsExactly(new Lap(start(), 1_800_000L, 5012.3, null));
        assertThat(without.getLaps()).containsExactly(new Lap(start(), 600_000L, 2000.0, 120.0));
    }

    @Test
    void aReconciledExerciseOfTheBarestKindAddsNothing() {
        Activity walk =
                GoogleMapped.only(
                        GoogleMapped.of(
                                payload(
                                                """
                                                {"dataPointName":"users/me/dataTypes/exercise/dataPoints/5","exercise":{
                                                 "interval":{"startTime":"2026-05-14T16:03:20Z"},
                                                 "exerciseType":"MOON_WALK","metricsSummary":{"averageHeartRateBeatsPerMinute":"0"}}}\
                                                """)
                                        .part(PartKind.TCX, TCX)
                                        .part(PartKind.HEART_RATE, 403, "{\"error\":{}}")),
                        Activity.class);

        assertThat(walk.getActivityType()).isEqualTo("OTHER");
        assertThat(walk.getProviderActivityTypeId()).isEqualTo("MOON_WALK");
        assertThat(walk.getElapsedMilliseconds()).isNull();
        assertThat(walk.getActiveMilliseconds()).isNull();
        assertThat(walk.getDistanceMetres()).isNull();
        assertThat(walk.getSteps()).isNull();
        assertThat(walk.getAverageHeartRateBeatsPerMinute()).isNull();
        assertThat(walk.getHeartRateZones()).isNull();
        assertThat(walk.getProvenance().getRecordingMethod()).isNull();
        assertThat(walk.getProvenance().getDeviceName()).isEqualTo("Charge 6");
        assertThat(walk.getProvenance().getProviderRecordId()).isEqualTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, RUN",
        "TREADMILL, TREADMILL_RUN",
        "WALKING, WALK",
        "HIKING, HIKE",
        "OUTDOOR_BIKE, RIDE",
        "STATIONARY_BIKE, INDOOR_RIDE",
        "SWIMMING_POOL, SWIM",
        "ROWING_MACHINE, ROWING",
        "WEIGHTS, STRENGTH",
        "HIIT, INTERVAL_TRAINING",
        "YOGA_HATHA, YOGA",
        "WORKOUT, WORKOUT",
        "SPORT, SPORT",
        "CARPENTRY, OTHER",
        "EXERCISE_TYPE_UNSPECIFIED, OTHER",
    })
    void googlesTypesAreOurs(String exerciseType, String ours) {
        Activity activity =
                GoogleMapped.only(
                        GoogleMapped.of(payload(RUN.replace("RUNNING", exerciseType))),
                        Activity.class);

        assertThat(activity.getActivityType()).isEqualTo(ours);
    }

    @Test
    void anExerciseThatVanishedIsADeletedRecord() {
        Activity gone =
                GoogleMapped.only(
                        GoogleMapped.of(
                                GooglePayloads.ofThing(PayloadKind.ACTIVITY, THING).vanished()),
                        Activity.class);

        assertThat(gone.getDeleted()).isTrue();
        assertThat(gone.getStartEpochMillis()).isNull();
        assertThat(gone.getThingKey()).isEqualTo(THING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"exercise\":{}} | exercise part has no readable startTime",
                "{\"sleep\":{}} | exercise part is no data point with exercise",
                "{\"error\":{\"code\":404}} | exercise part is an error of Google",
                "{\"exercise\":{\"interval\":{\"startTime\":\"2026-05-14T16:00:00Z\",\"endTime\":\"2026-05-14T15:00:00Z\"}}} | exercise part ends before it begins",
            })
    void whatIsNoExerciseIsRefused(String exercise, String reason) {
        assertThatThrownBy(() -> GoogleMapped.of(payload(exercise)))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void withoutAnExerciseThereIsNoActivity() {
        assertThatThrownBy(() ->
                        GoogleMapped.of(
                                GooglePayloads.ofThing(PayloadKind.ACTIVITY, THING)
                                        .part(PartKind.TCX, TCX)))
                .isInstanceOf(UnmappableException.class)
                .hasMessage("payload has neither an exercise nor a vanished mark");
    }

    private static GooglePayloads payload(String exercise) {
        return GooglePayloads.ofThing(PayloadKind.ACTIVITY, THING)
                .part(PartKind.EXERCISE, exercise);
    }

    private static long start() {
        return Instant.parse("2026-05-14T16:03:20.500Z").toEpochMilli();
    }
}
