package io.pulseline.pipeline.target.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import io.pulseline.pipeline.upload.file.ActivityFiles;
import io.pulseline.pipeline.upload.file.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class ActivityTcxTest {
    @Test
    void whatIsWrittenIsValid() {
        Activity lapped = Recorded.pausedRun(-33.8688, 151.2093, -3);
        lapped.setEnergyKilocalories(55.0);
        lapped.setLaps(laps(lapped));
        Activity bare = Recorded.bare(ActivityType.YOGA, Recorded.START);
        bare.setElapsedMilliseconds(61_500L);

        for (Activity activity : List.of(lapped, bare, Recorded.strength())) {
            assertThatCode(() -> validate(tcx(activity))).doesNotThrowAnyException();
        }
    }

    @Test
    void ourOwnReaderFindsTheSameActivity() {
        Activity activity = Recorded.pausedRun(52.5, 13.4, 34);
        activity.setEnergyKilocalories(61.0);
        Activity read = read(activity);

        assertThat(read.getActivityType()).isEqualTo(ActivityType.RUN);
        assertThat(read.getStartEpochMillis()).isEqualTo(activity.getStartEpochMillis());
        assertThat(read.getElapsedMilliseconds()).isEqualTo(300_000);
        assertThat(read.getActiveMilliseconds()).isEqualTo(240_000);
        assertThat(read.getDistanceMetres()).isEqualTo(723.5);
        assertThat(read.getEnergyKilocalories()).isEqualTo(61.0);
        assertThat(read.getHeartRate()).isEqualTo(activity.getHeartRate());
    }

    @Test
    void anIndoorActivityHasItsHeartRateAndNothingElse() {
        Activity read = read(Recorded.strength());

        assertThat(read.getHeartRate()).isEqualTo(Recorded.strength().getHeartRate());
        assertThat(read.getAverageHeartRateBeatsPerMinute()).isEqualTo(117.0);
        assertThat(read.getDistanceMetres()).isNull();
        assertThat(text(Recorded.strength())).doesNotContain("Position", "AltitudeMeters");
    }

    @Test
    void aPauseEndsATrack() {
        assertThat(text(Recorded.pausedRun(52.5, 13.4, 34)).split("<Track>", -1)).hasSize(3);
        assertThat(text(Recorded.strength()).split("<Track>", -1)).hasSize(2);
    }

    @Test
    void lapsAreWrittenWhereTheySumUpToTheActivity() {
        Activity activity = Recorded.pausedRun(52.5, 13.4, 34);
        activity.setLaps(laps(activity));

        assertThat(read(activity).getLaps())
                .extracting(Lap::getDistanceMetres)
                .containsExactly(500.0, 223.5);

        activity.setEnergyKilocalories(70.0);
        activity.getLaps().getFirst().setEnergyKilocalories(null);

        assertThat(read(activity).getLaps()).hasSize(1);
        assertThat(read(activity).getEnergyKilocalories()).isEqualTo(70.0);
    }

    @Test
    void titlesAreEscapedAndWhatXmlCannotHoldIsLeftOut() {
        Activity activity = Recorded.strength();
        activity.setTitle("Squats <&> \u0000\u0007\uD800 🏋 \"1\"");
        activity.setDescription("so schön");

        assertThatCode(() -> validate(tcx(activity))).doesNotThrowAnyException();
        assertThat(read(activity).getDescription()).isEqualTo("Squats <&>  🏋 \"1\"\nso schön");
    }

    @Test
    void withoutStartOrDurationThereIsNoFile() {
        Activity timeless = Recorded.strength();
        timeless.setStartEpochMillis(null);
        Activity deleted = Recorded.strength();
        deleted.setDeleted(true);

        assertThat(ActivityTcx.obstacle(timeless).orElseThrow()).contains("began");
        assertThat(ActivityTcx.obstacle(deleted).orElseThrow()).contains("deleted");
        assertThat(ActivityTcx.obstacle(Recorded.bare(ActivityType.RUN, Recorded.START)))
                .isPresent();
        assertThat(ActivityTcx.obstacle(Recorded.strength())).isEmpty();
    }

    private static List<Lap> laps(Activity activity) {
        long start = activity.getStartEpochMillis();
        return List.of(
                new Lap(start, 140_000L, 500.0, 38.0),
                new Lap(start + 200_000, 100_000L, 223.5, 17.0));
    }

    private static byte[] tcx(Activity activity) {
        return ActivityTcx.write(activity, List.of());
    }

    private static String text(Activity activity) {
        return new String(tcx(activity), StandardCharsets.UTF_8);
    }

    private static Activity read(Activity activity) {
        return ActivityFiles.read(tcx(activity), FileType.TCX, null).getFirst();
    }

    private static void validate(byte[] tcx) throws SAXException, IOException {
        URL schema = requireNonNull(ActivityTcxTest.class.getResource("/tcx-v2.xsd"));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(tcx)));
    }
}
