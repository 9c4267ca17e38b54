package io.pulseline.pipeline.upload.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpxReaderTest {
    private static final long START = Instant.parse("2026-11-28T09:30:00Z").toEpochMilli();

    /** Two segments with a pause of eight minutes between them. */
    static final String HIKE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="Pathfinder 3" xmlns="http://www.topografix.com/GPX/1/1"
                xmlns:t="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
              <metadata><time>2026-11-28T20:00:00Z</time></metadata>
              <wpt lat="1" lon="1"><name>A hut</name></wpt>
              <trk><name>Over the ridge</name><desc>With fog</desc><type>hiking</type>
                <trkseg>
                  <trkpt lat="47.5" lon="11.25"><ele>901.5</ele><time>2026-11-28T09:30:00Z</time>
                    <extensions><t:TrackPointExtension><t:hr>101</t:hr><t:cad>60</t:cad>
                      </t:TrackPointExtension></extensions></trkpt>
                  <trkpt lat="47.6" lon="11.26"><time>2026-11-28T09:31:00Z</time></trkpt>
                  <trkpt lat="47.61" lon="11.27"/>
                </trkseg>
                <trkseg>
                  <trkpt lat="97" lon="11.28"><ele>oops</ele><time>2026-11-28T09:39:00Z</time>
                    <extensions><heartrate>120</heartrate></extensions></trkpt>
                  <trkpt lat="47.7" lon="11.29"><ele>950</ele>
                    <time>2026-11-28T09:40:00.500Z</time></trkpt>
                </trkseg>
              </trk>
            </gpx>
            """;

    @Test
    void aTrackOfTwoSegmentsBecomesARecordWithAllThatTheFileSays() {
        Activity hike = read(HIKE, null);

        assertThat(hike.getThingKey()).matches("FILE:gpx:2026-11-28T09:30:00Z:[0-9a-f]{16}");
        assertThat(hike.getTitle()).isEqualTo("Over the ridge");
        assertThat(hike.getDescription()).isEqualTo("With fog");
        assertThat(hike.getActivityType()).isEqualTo("HIKE");
        assertThat(hike.getProviderActivityTypeName()).isEqualTo("hiking");
        assertThat(hike.getStartEpochMillis()).isEqualTo(START);
        assertThat(hike.getStartOffsetSeconds()).isNull();
        assertThat(hike.getElapsedMilliseconds()).isEqualTo(600_500);
        assertThat(hike.getActiveMilliseconds()).isEqualTo(120_500);
        assertThat(hike.getTrack().getOffsetMilliseconds())
                .containsExactly(0, 60_000, 540_000, 600_500);
        assertThat(hike.getTrack().getLatitudeDegrees()).containsExactly(47.5, 47.6, null, 47.7);
        assertThat(hike.getTrack().getLongitudeDegrees())
                .containsExactly(11.25, 11.26, null, 11.29);
        assertThat(hike.getTrack().getAltitudeMetres()).containsExactly(901.5, null, null, 950.0);
        assertThat(hike.getTrack().getDistanceMetres()).containsOnlyNulls();
        assertThat(hike.getHeartRate().getOffsetMilliseconds()).containsExactly(0, 540_000);
        assertThat(hike.getHeartRate().getBeatsPerMinute()).containsExactly(101, 120);
        assertThat(hike.getProvenance().getApplication()).isEqualTo("Pathfinder 3");
        assertThat(hike.getProvenance().getRecordingMethod()).isEqualTo("SENSED");
        assertThat(hike.getDistanceMetres()).isNull();
        assertThat(hike.getEnergyKilocalories()).isNull();
        assertThat(hike.getSteps()).isNull();
        assertThat(hike.getLaps()).isNull();
    }

    @Test
    void oneSegmentTellsOfNoPauses() {
        Activity activity =
                read(
                        track(
                                point("2026-11-28T09:30:00Z") + point("2026-11-28T09:35:00Z"),
                                "<type>9</type>"),
                        "Asia/Kathmandu");

        assertThat(activity.getActiveMilliseconds()).isNull();
        assertThat(activity.getElapsedMilliseconds()).isEqualTo(300_000);
        assertThat(activity.getStartOffsetSeconds()).isEqualTo(20_700);
        assertThat(activity.getActivityType()).isEqualTo("OTHER");
        assertThat(activity.getProviderActivityTypeName()).isEqualTo("9");
    }

    @Test
    void onePointIsAnActivityWithoutLength() {
        assertThat(read(track(point("2026-11-28T09:30:00Z"), ""), null).getElapsedMilliseconds())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<gpx/>",
                "<gpx><trk><trkseg/></trk></gpx>",
                "<gpx><rte><rtept lat='1' lon='1'><time>2026-11-28T09:30:00Z</time></rtept></rte></gpx>",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk></gpx>",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'><time>noon</time></trkpt></trkseg></trk></gpx>",
                "<gpx><trk><trkseg><trkpt lat='1' lon='1'><time>+99999-01-01T00:00:00Z</time></trkpt></trkseg></trk></gpx>",
            })
    void aTrackWithoutTimesIsRefused(String file) {
        assertThatThrownBy(() -> read(file, null))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("no track with times");
    }

    @Test
    void severalTracksAreRefusedBecauseNobodyKnowsWhatTheyAre() {
        String file =
                "<gpx><trk/><trk><trkseg>"
                        + point("2026-11-28T09:30:00Z")
                        + "</trkseg></trk></gpx>";

        assertThatThrownBy(() -> read(file, null)).hasMessageContaining("2 tracks");
    }

    @ParameterizedTest
    @CsvSource({
        "running, RUN",
        "Trail Running, RUN",
        "treadmill_running, TREADMILL_RUN",
        "cycling, RIDE",
        "VirtualRide, VIRTUAL_RIDE",
        "walking, WALK",
        "swimming, SWIM",
        "paragliding, OTHER",
    })
    void namesOfSportsBecomeOurTypes(String name, String type) {
        String file = track(point("2026-11-28T09:30:00Z"), "<type>" + name + "</type>");

        assertThat(read(file, null).getActivityType()).isEqualTo(type);
    }

    @Test
    void anotherFileThatBeginsAtTheSameTimeIsAnotherThing() {
        String one = track(point("2026-11-28T09:30:00Z"), "<name>one</name>");
        String other = track(point("2026-11-28T09:30:00Z"), "<name>other</name>");

        assertThat(read(one, null).getThingKey()).isNotEqualTo(read(other, null).getThingKey());
        assertThat(read(one, null).getThingKey()).isEqualTo(read(one, null).getThingKey());
    }

    private static String track(String points, String more) {
        return "<gpx><trk>" + more + "<trkseg>" + points + "</trkseg></trk></gpx>";
    }

    private static String point(String time) {
        return "<trkpt lat='1' lon='2'><time>" + time + "</time></trkpt>";
    }

    private static Activity read(String file, @Nullable String zone) {
        return ActivityFiles.read(
                        file.getBytes(UTF_8), FileType.GPX, zone == null ? null : ZoneId.of(zone))
                .getFirst();
    }
}
