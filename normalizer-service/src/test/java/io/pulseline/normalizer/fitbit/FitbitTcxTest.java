package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Track;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitTcxTest {
    private static final String START = "2026-05-14T18:00:00.000+02:00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Activities><Activity Sport=\"Other\"><Id/><Creator><Name/></Creator></Activity></Activities>",
                "<Activities><Activity Sport=\"Other\"><Id></Id></Activity></Activities>",
                "<Activities/>"
            })
    void aTcxWithoutLapsGivesNeitherLapsNorTrack(String inside) {
        Activity activity = map(inside);

        assertThat(activity.getLaps()).isNull();
        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getHeartRate()).isNull();
        assertThat(activity.getProvenance().getDeviceName()).isNull();
    }

    @Test
    void pointsWithoutPositionKeepTheirPlaceInTheColumns() {
        Track track =
                map(points(
                                """
                                <Trackpoint><Time>2026-05-14T18:00:00+02:00</Time><DistanceMeters>0</DistanceMeters></Trackpoint>
                                <Trackpoint><Time>2026-05-14T18:00:01+02:00</Time><Position><LatitudeDegrees>52.5</LatitudeDegrees>
                                  <LongitudeDegrees>13.4</LongitudeDegrees></Position></Trackpoint>
                                <Trackpoint><Time>2026-05-14T18:00:02+02:00</Time><Position><LatitudeDegrees>52.6</LatitudeDegrees>
                                  </Position><AltitudeMeters>NaN</AltitudeMeters></Trackpoint>
                                <Trackpoint><Time>2026-05-14T18:00:03+02:00</Time><Position><LatitudeDegrees>91</LatitudeDegrees>
                                  <LongitudeDegrees>13.4</LongitudeDegrees></Position><AltitudeMeters>-3.5</AltitudeMeters></Trackpoint>
                                <Trackpoint><AltitudeMeters>7</AltitudeMeters></Trackpoint>\
                                """))
                        .getTrack();

        assertThat(track.getStartEpochMillis())
                .isEqualTo(Instant.parse("2026-05-14T16:00:00Z").toEpochMilli());
        assertThat(track.getOffsetMilliseconds()).containsExactly(0, 1000, 2000, 3000);
        assertThat(track.getLatitudeDegrees()).containsExactly(null, 52.5, null, null);
        assertThat(track.getLongitudeDegrees()).containsExactly(null, 13.4, null, null);
        assertThat(track.getAltitudeMetres()).containsExactly(null, null, null, -3.5);
        assertThat(track.getDistanceMetres()).containsExactly(0.0, null, null, null);
    }

    @Test
    void pointsWithHeartRateOnlyMakeNoTrack() {
        Activity activity =
                map(
                        points(
                                """
                                <Trackpoint><Time>2026-05-14T18:00:00+02:00</Time><HeartRateBpm><Value>97</Value></HeartRateBpm></Trackpoint>\
                                """));

        assertThat(activity.getTrack()).isNull();
        assertThat(activity.getHeartRate().getBeatsPerMinute()).containsExactly(97);
    }

    @Test
    void aDistanceThatFallsBackIsLeftOut() {
        StringBuilder points = new StringBuilder();
        for (String metres : new String[] {"0", "10.5", "0", "22", "21.9", "30"}) {
            points.append(
                    "<Trackpoint><Time>2026-05-14T18:00:00+02:00</Time><DistanceMeters>%s</DistanceMeters></Trackpoint>"
                            .formatted(metres));
        }

        assertThat(map(points(points.toString())).getTrack().getDistanceMetres())
                .containsExactly(0.0, 10.5, null, 22.0, null, 30.0);
    }

    @Test
    void lapsMayLackAnythingButAStart() {
        Activity activity =
                map(
                        """
                        <Activities><Activity>
                        <Lap StartTime="2026-05-14T18:00:00.453+02:00"><TotalTimeSeconds>60.25</TotalTimeSeconds>
                          <MaximumHeartRateBpm><Value>180</Value></MaximumHeartRateBpm></Lap>
                        <Lap StartTime="2026-05-14T18:05:00+02:00"><Calories>-1</Calories><DistanceMeters>x</DistanceMeters></Lap>
                        <Lap><Track><Trackpoint><Time>2026-05-14T18:09:00+02:00</Time></Trackpoint></Track></Lap>
                        <Lap/>
                        </Activity></Activities>\
                        """);

        long start = Instant.parse("2026-05-14T16:00:00Z").toEpochMilli();
        assertThat(activity.getLaps())
                .containsExactly(
                        new Lap(start + 453, 60_250L, null, null),
                        new Lap(start + 300_000, null, null, null),
                        new Lap(start + 540_000, null, null, null));
    }

    @Test
    void extensionsAndUnknownElementsArePassedOver() {
        Activity activity =
                map(
                        points(
                                """
                                <Trackpoint><Time>2026-05-14T18:00:00Z</Time><AltitudeMeters>5</AltitudeMeters><Cadence>85</Cadence>
                                <Extensions><TPX xmlns="urn:x"><Speed>3.1</Speed><Value>1</Value></TPX></Extensions></Trackpoint>\
                                """));

        assertThat(activity.getTrack().getAltitudeMetres()).containsExactly(5.0);
        assertThat(activity.getHeartRate()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TrainingCenterDatabase><Activities>",
                "{\"errors\":[]}",
                "<html><body>502</body></html>",
                "<TrainingCenterDatabase/><TrainingCenterDatabase/>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><TrainingCenterDatabase>&b;</TrainingCenterDatabase>",
                "<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><TrainingCenterDatabase/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><TrainingCenterDatabase><Activities>&e;</Activities></TrainingCenterDatabase>"
            })
    void whatIsNoTcxOrBringsADocumentTypeIsRefused(String document) {
        assertThatThrownBy(() ->
                        Mapped.of(
                                Payloads.of().log(Payloads.hourFrom(START)).tcx(document).build()))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("tcx part");
    }

    @Test
    void nestingDeeperThanAnyTcxIsRefused() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        assertThatThrownBy(() -> map(deep)).isInstanceOf(UnmappableException.class);
    }

    private static String points(String points) {
        return "<Activities><Activity><Lap StartTime=\"%s\"><Track>%s</Track></Lap></Activity></Activities>"
                .formatted(START, points);
    }

    private static Activity map(String inside) {
        String tcx = "<TrainingCenterDatabase>" + inside + "</TrainingCenterDatabase>";
        return Mapped.activity(Payloads.of().log(Payloads.hourFrom(START)).tcx(tcx).build());
    }
}
