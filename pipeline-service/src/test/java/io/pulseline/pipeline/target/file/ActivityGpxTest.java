package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.WayPoint;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.upload.file.ActivityFiles;
import io.pulseline.pipeline.upload.file.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import javax.xml.transform.TransformerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityGpxTest {
    private static final String COPIES_XML = "javax.xml.transform.TransformerFactory";

    /** JPX takes the first on the class path, and fails with that of HAPI's validator. */
    @BeforeAll
    static void copiesXmlAsThePlatformDoes() {
        System.setProperty(
                COPIES_XML, TransformerFactory.newDefaultInstance().getClass().getName());
    }

    @AfterAll
    static void copiesXmlAsBefore() {
        System.clearProperty(COPIES_XML);
    }

    @Test
    void jpxReadsWhatIsWritten() throws IOException {
        Activity activity = Recorded.pausedRun(-0.00001, -179.9, -3);
        activity.setTitle("Früh & <schnell> 🏃");
        Track track = jpx(activity).getTracks().getFirst();

        assertThat(track.getName()).contains("Früh & <schnell> 🏃");
        assertThat(track.getType()).contains("running");
        assertThat(track.getSegments()).hasSize(2);
        assertThat(track.segments().flatMap(segment -> segment.points())).hasSize(242);
        WayPoint first = track.getSegments().getFirst().getPoints().getFirst();
        assertThat(first.getLatitude().doubleValue()).isEqualTo(-0.00001);
        assertThat(first.getLongitude().doubleValue()).isEqualTo(-179.9);
        assertThat(first.getElevation().orElseThrow().doubleValue()).isEqualTo(-3.0);
        assertThat(first.getTime()).contains(Instant.parse("2026-06-13T05:30:00Z"));
        assertThat(first.getExtensions().orElseThrow().getDocumentElement().getTextContent())
                .isEqualTo("100");
    }

    @Test
    void ourOwnReaderFindsPositionsHeartRateAndPause() {
        Activity activity = Recorded.pausedRun(52.5, 13.4, 34);
        Activity read =
                ActivityFiles.read(ActivityGpx.write(activity), FileType.GPX, null).getFirst();

        assertThat(read.getActivityType()).isEqualTo(ActivityType.RUN);
        assertThat(read.getElapsedMilliseconds()).isEqualTo(300_000);
        assertThat(read.getActiveMilliseconds()).isEqualTo(240_000);
        assertThat(read.getTrack().getLatitudeDegrees())
                .isEqualTo(activity.getTrack().getLatitudeDegrees());
        assertThat(read.getTrack().getOffsetMilliseconds())
                .isEqualTo(activity.getTrack().getOffsetMilliseconds());
        // Of the 61 samples 11 are of the pause, where nobody knows the position.
        assertThat(read.getHeartRate().getBeatsPerMinute()).hasSize(50);
    }

    @Test
    void everyTypeComesBackFromOurOwnReader() {
        for (String type : ActivityType.all()) {
            Activity activity = Recorded.pausedRun(52.5, 13.4, 34);
            activity.setActivityType(type);
            String read =
                    ActivityFiles.read(ActivityGpx.write(activity), FileType.GPX, null)
                            .getFirst()
                            .getActivityType();
            assertThat(read)
                    .isIn(
                            type,
                            // The reader has no names for circuits, aerobics and other sports.
                            ActivityType.OTHER);
        }
    }

    @Test
    void withoutATrackThereIsNoFile() {
        assertThat(ActivityGpx.obstacle(Recorded.strength()).orElseThrow()).contains("no track");
        assertThat(ActivityGpx.obstacle(Recorded.pausedRun(0, 0, 0))).isEmpty();
        assertThatThrownBy(() -> ActivityGpx.write(Recorded.strength()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no track");
    }

    private static GPX jpx(Activity activity) throws IOException {
        return GPX.Reader.of(GPX.Version.V11, GPX.Reader.Mode.STRICT)
                .read(new ByteArrayInputStream(ActivityGpx.write(activity)));
    }
}
