package io.pulseline.pipeline.upload.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcxReaderTest {
    private static final long START = Instant.parse("2026-11-28T09:30:00Z").toEpochMilli();

    /** Two laps of a run with a pause between them, and extensions that nobody knows. */
    static final String RUN =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
                xmlns:x="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
              <Activities><Activity Sport="Running">
                <Id>2026-11-28T09:30:00.000Z</Id>
                <Lap StartTime="2026-11-28T09:30:00.000Z">
                  <TotalTimeSeconds>120.5</TotalTimeSeconds><DistanceMeters>400.25</DistanceMeters>
                  <Calories>31</Calories>
                  <AverageHeartRateBpm><Value>141</Value></AverageHeartRateBpm>
                  <MaximumHeartRateBpm><Value>199</Value></MaximumHeartRateBpm>
                  <Track>
                    <Trackpoint><Time>2026-11-28T09:30:00Z</Time>
                      <Position><LatitudeDegrees>55.5</LatitudeDegrees>
                        <LongitudeDegrees>-12.25</LongitudeDegrees></Position>
                      <AltitudeMeters>10.5</AltitudeMeters><DistanceMeters>0</DistanceMeters>
                      <HeartRateBpm><Value>120</Value></HeartRateBpm>
                      <Extensions><x:TPX><x:Speed>3.1</x:Speed></x:TPX></Extensions></Trackpoint>
                    <Trackpoint><Time>2026-11-28T09:32:00Z</Time>
                      <DistanceMeters>NaN</DistanceMeters></Trackpoint>
                  </Track>
                  <Extensions><x:LX><x:Steps>330</x:Steps></x:LX></Extensions>
                </Lap>
                <Lap StartTime="2026-11-28T09:40:00Z">
                  <TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>200</DistanceMeters>
                  <Calories>16</Calories>
                  <AverageHeartRateBpm><Value>150</Value></AverageHeartRateBpm>
                  <Track><Trackpoint><Time>2026-11-28T09:41:00Z</Time>
                      <DistanceMeters>600.25</DistanceMeters>
                      <HeartRateBpm><Value>151</Value></HeartRateBpm></Trackpoint></Track>
                  <Extensions><x:LX><x:Steps>170</x:Steps></x:LX></Extensions>
                </Lap>
                <Notes>Easy, in the rain</Notes>
                <Creator><Name>Fenix 7</Name><UnitId>3912345678</UnitId></Creator>
              </Activity></Activities>
              <Author><Name>Connect</Name></Author>
            </TrainingCenterDatabase>
            """;

    @Test
    void aRunOfTwoLapsBecomesARecordWithAllThatTheFileSays() {
        Activity run = only(RUN);

        assertThat(run.getThingKey()).isEqualTo("FILE:tcx:2026-11-28T09:30:00.000Z");
        assertThat(run.getActivityType()).isEqualTo("RUN");
        assertThat(run.getProviderActivityTypeName()).isEqualTo("Running");
        assertThat(run.getTitle()).isNull();
        assertThat(run.getDescription()).isEqualTo("Easy, in the rain");
        assertThat(run.getStartEpochMillis()).isEqualTo(START);
        assertThat(run.getStartOffsetSeconds()).isNull();
        assertThat(run.getElapsedMilliseconds()).isEqualTo(11 * 60_000);
        assertThat(run.getActiveMilliseconds()).isEqualTo(180_500);
        assertThat(run.getDistanceMetres()).isEqualTo(600.25);
        assertThat(run.getEnergyKilocalories()).isEqualTo(47);
        assertThat(run.getSteps()).isEqualTo(500);
        assertThat(run.getAverageHeartRateBeatsPerMinute()).isNull();
        assertThat(run.getElevationGainMetres()).isNull();
        assertThat(run.getHeartRate().getOffsetMilliseconds()).containsExactly(0, 660_000);
        assertThat(run.getHeartRate().getBeatsPerMinute()).containsExactly(120, 151);
        assertThat(run.getTrack().getOffsetMilliseconds()).containsExactly(0, 120_000, 660_000);
        assertThat(run.getTrack().getLatitudeDegrees()).containsExactly(55.5, null, null);
        assertThat(run.getTrack().getLongitudeDegrees()).containsExactly(-12.25, null, null);
        assertThat(run.getTrack().getAltitudeMetres()).containsExactly(10.5, null, null);
        assertThat(run.getTrack().getDistanceMetres()).containsExactly(0.0, null, 600.25);
        assertThat(run.getLaps())
                .containsExactly(
                        new Lap(START, 120_500L, 400.25, 31.0),
                        new Lap(START + 600_000, 60_000L, 200.0, 16.0));
        assertThat(run.getProvenance().getDeviceName()).isEqualTo("Fenix 7");
        assertThat(run.getProvenance().getDeviceId()).isEqualTo("3912345678");
        assertThat(run.getProvenance().getApplication()).isEqualTo("Connect");
        assertThat(run.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
    }

    @Test
    void zerosThatTheFormatAsksForAreAbsent() {
        Activity activity =
                only(
                        activity(
                                "Other",
                                """
                                <Id>1</Id><Lap StartTime="2026-11-28T09:30:00Z">
                                <TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>0</DistanceMeters>
                                <Calories>0</Calories></Lap>\
                                """));

        assertThat(activity.getActivityType()).isEqualTo("OTHER");
        assertThat(activity.getDistanceMetres()).isNull();
        assertThat(activity.getEnergyKilocalories()).isNull();
        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getHeartRate()).isNull();
        assertThat(activity.getSteps()).isNull();
        assertThat(activity.getElapsedMilliseconds()).isEqualTo(60_000);
        assertThat(activity.getLaps()).containsExactly(new Lap(START, 60_000L, null, null));
        assertThat(activity.getProvenance().getRecordingMethod()).isNull();
    }

    @Test
    void amountsThatCannotBeAreAbsent() {
        Activity activity =
                only(
                        activity(
                                "Running",
                                """
                                <Lap StartTime="2026-11-28T09:30:00Z">
                                <TotalTimeSeconds>1e300</TotalTimeSeconds>
                                <DistanceMeters>-5</DistanceMeters><Calories>many</Calories>
                                <Extensions><LX><Steps>1e18</Steps></LX></Extensions></Lap>\
                                """));

        assertThat(activity.getElapsedMilliseconds()).isNull();
        assertThat(activity.getActiveMilliseconds()).isNull();
        assertThat(activity.getDistanceMetres()).isNull();
        assertThat(activity.getEnergyKilocalories()).isNull();
        assertThat(activity.getSteps()).isNull();
    }

    @Test
    void anAverageOfTheOnlyLapIsTheActivitys() {
        Activity activity =
                only(
                        activity(
                                "Biking",
                                """
                                <Lap StartTime="2026-11-28T09:30:00Z"><AverageHeartRateBpm>
                                <Value>131</Value></AverageHeartRateBpm></Lap>\
                                """));

        assertThat(activity.getActivityType()).isEqualTo("RIDE");
        assertThat(activity.getAverageHeartRateBeatsPerMinute()).isEqualTo(131);
        assertThat(activity.getElapsedMilliseconds()).isNull();
        assertThat(activity.getActiveMilliseconds()).isNull();
        assertThat(activity.getThingKey()).startsWith("FILE:sha256:");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T09:30:00Z, , ",
        "2026-11-28T09:30:00Z, Europe/Berlin, 3600",
        "2026-07-28T09:30:00Z, Europe/Berlin, 7200",
        "2026-11-28T09:30:00.000-07:00, , -25200",
        "2026-11-28T09:30:00+0530, Europe/Berlin, 19800",
        "2026-11-28T09:30:00+00:00, Europe/Berlin, 3600",
        "2026-11-28T09:30:00, America/New_York, -18000",
    })
    void theOffsetIsWrittenOrOfTheZoneOrNotKnown(
            String time, @Nullable String zone, @Nullable Integer offset) {
        String file = activity("Running", "<Lap StartTime='" + time + "'/>");

        assertThat(read(file, zone).getFirst().getStartOffsetSeconds()).isEqualTo(offset);
    }

    @Test
    void timesWithoutOffsetNeedAZone() {
        String file = activity("Running", "<Lap StartTime='2026-11-28T09:30:00'/>");

        assertThatThrownBy(() -> read(file, null)).hasMessageContaining("name the zone");
        assertThat(read(file, "America/New_York").getFirst().getStartEpochMillis())
                .isEqualTo(START + 5 * 3_600_000);
    }

    @Test
    void severalActivitiesAreTakenEachByItsId() {
        String file =
                """
                <TrainingCenterDatabase><Activities><MultiSportSession>
                <FirstSport><Activity Sport="Running"><Id>a</Id>
                  <Lap StartTime="2026-11-28T09:30:00Z"/></Activity></FirstSport>
                <NextSport><Activity Sport="Biking"><Id>b</Id>
                  <Lap StartTime="2026-11-28T10:30:00Z"/></Activity></NextSport>
                </MultiSportSession></Activities></TrainingCenterDatabase>\
                """;

        assertThat(read(file, null))
                .extracting(Activity::getThingKey, Activity::getActivityType)
                .containsExactly(tuple("FILE:tcx:a", "RUN"), tuple("FILE:tcx:b", "RIDE"));
        assertThatThrownBy(() -> read(file.replace("<Id>b", "<Id>a"), null))
                .hasMessageContaining("the same id");
    }

    @Test
    void aFileWithoutActivityOrStartSaysSo() {
        assertThatThrownBy(() -> read("<TrainingCenterDatabase/>", null))
                .hasMessageContaining("no activity");
        assertThat(only(activity("Running", "<Id>x</Id><Lap/>")).getStartEpochMillis()).isNull();
    }

    @Test
    void blanksBeforeTheDeclarationAndAnotherEncodingAreTaken() {
        String utf16 = RUN.replace("UTF-8", "UTF-16");

        assertThat(only("   \n" + RUN).getSteps()).isEqualTo(500);
        assertThat(
                        ActivityFiles.read(utf16.getBytes(UTF_16), FileType.TCX, null)
                                .getFirst()
                                .getSteps())
                .isEqualTo(500);
    }

    private static String activity(String sport, String inside) {
        return "<TrainingCenterDatabase><Activities><Activity Sport='"
                + sport
                + "'>"
                + inside
                + "</Activity></Activities></TrainingCenterDatabase>";
    }

    private static Activity only(String file) {
        assertThat(read(file, null)).hasSize(1);
        return read(file, null).getFirst();
    }

    private static List<Activity> read(String file, @Nullable String zone) {
        return ActivityFiles.read(
                file.getBytes(UTF_8), FileType.TCX, zone == null ? null : ZoneId.of(zone));
    }
}
