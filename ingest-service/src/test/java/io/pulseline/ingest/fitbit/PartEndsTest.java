package io.pulseline.ingest.fitbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.ingest.document.TrackEnd;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartEndsTest {
    private static final HeartRateWindow OVER_MIDNIGHT =
            new HeartRateWindow(
                    LocalDateTime.parse("2026-11-20T23:40:00"),
                    LocalDateTime.parse("2026-11-21T00:25:00"));

    private static byte[] heartRate(String dataset) {
        return ("{\"activities-heart\":[{\"dateTime\":\"2026-11-20\",\"value\":\"64.2\","
                        + "\"heartRateZones\":[{\"name\":\"time\"}]}],"
                        + "\"activities-heart-intraday\":{\"dataset\":["
                        + dataset
                        + "],\"datasetInterval\":1,\"datasetType\":\"second\"}}")
                .getBytes(UTF_8);
    }

    @Test
    void aTimeBeforeTheWindowsStartIsOfTheNextDate() throws IOException {
        byte[] body =
                heartRate(
                        "{\"time\":\"23:40:05\",\"value\":92},{\"time\":\"00:24:55\",\"value\":90}");

        assertThat(HeartRateEnd.of(body, OVER_MIDNIGHT))
                .contains(LocalDateTime.parse("2026-11-21T00:24:55"));
    }

    @Test
    void anEmptyDatasetHasNoEnd() throws IOException {
        assertThat(HeartRateEnd.of(heartRate(""), OVER_MIDNIGHT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"activities-heart-intraday\":{\"dataset\":[{\"time\":\"23:40:05\",",
                "{\"activities-heart-intraday\":{\"dataset\":[{\"time\":\"noon\",\"value\":1}]}}",
                "<html>502</html>"
            })
    void whatIsNoHeartRateIsRefused(String body) {
        assertThatThrownBy(() -> HeartRateEnd.of(body.getBytes(UTF_8), OVER_MIDNIGHT))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTracksEndIsTheTimeOfItsLastPoint() throws IOException {
        String tcx =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
                <Activities><Activity Sport="Other"><Id>2023-01-18T07:06:17.000+11:00</Id>
                <Lap StartTime="2023-01-18T07:06:17.000+11:00"><Track>
                <Trackpoint><Time>2023-01-18T07:06:17.000+11:00</Time></Trackpoint>
                <Trackpoint><Time>2023-01-18T07:17:20.000+11:00</Time><DistanceMeters>1</DistanceMeters></Trackpoint>
                </Track></Lap></Activity></Activities></TrainingCenterDatabase>
                """;

        assertThat(TrackEnd.of(tcx.getBytes(UTF_8)))
                .contains(Instant.parse("2023-01-17T20:17:20Z"));
    }

    @Test
    void aTrackWithoutLapsHasNoEnd() throws IOException {
        String tcx =
                "<TrainingCenterDatabase><Activities><Activity><Id/></Activity></Activities></TrainingCenterDatabase>";

        assertThat(TrackEnd.of(tcx.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><Trackpoint><Time>later</Time></Trackpoint></a>",
                "<a>",
                "{}",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>"
            })
    void whatIsNoTrackIsRefused(String body) {
        assertThatThrownBy(() -> TrackEnd.of(body.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
