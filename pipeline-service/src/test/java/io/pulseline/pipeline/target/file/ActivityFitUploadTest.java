package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.upload.file.ActivityFiles;
import io.pulseline.pipeline.upload.file.FileType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** FIT files of ours, read by the reader of uploads. */
class ActivityFitUploadTest {
    @Test
    void ourOwnReaderFindsTheSameActivity() {
        Activity activity = Recorded.pausedRun(-33.8688, 151.2093, 4);
        activity.setSteps(800);
        activity.setEnergyKilocalories(61.0);
        activity.getProvenance().setDeviceName("Charge 6");
        Activity read = ActivityFiles.read(fit(activity), FileType.FIT, null).getFirst();

        assertThat(read.getActivityType()).isEqualTo(ActivityType.RUN);
        assertThat(read.getStartEpochMillis()).isEqualTo(activity.getStartEpochMillis());
        assertThat(read.getStartOffsetSeconds()).isEqualTo(7200);
        assertThat(read.getElapsedMilliseconds()).isEqualTo(300_000);
        assertThat(read.getActiveMilliseconds()).isEqualTo(240_000);
        assertThat(read.getDistanceMetres()).isEqualTo(723.5);
        assertThat(read.getSteps()).isEqualTo(800);
        assertThat(read.getEnergyKilocalories()).isEqualTo(61.0);
        assertThat(read.getProvenance().getDeviceName()).isEqualTo("Charge 6");
        assertThat(samples(read)).isEqualTo(samples(activity));
        assertThat(placedAt(read.getTrack())).isEqualTo(placedAt(activity.getTrack()));
    }

    @Test
    void everyTypeComesBackFromOurOwnReader() {
        for (String type : ActivityType.all()) {
            Activity activity = Recorded.bare(type, Recorded.START);
            activity.setElapsedMilliseconds(600_000L);
            activity.setHeartRate(Recorded.everyFiveSeconds(600));
            String read =
                    ActivityFiles.read(fit(activity), FileType.FIT, null)
                            .getFirst()
                            .getActivityType();
            String expected =
                    switch (type) {
                        // FIT has no numbers of its own for these.
                        case ActivityType.CIRCUIT_TRAINING, ActivityType.AEROBICS ->
                                ActivityType.WORKOUT;
                        case ActivityType.SPORT -> ActivityType.OTHER;
                        default -> type;
                    };
            assertThat(read).as(type).isEqualTo(expected);
        }
    }

    private static List<Integer> placedAt(Track track) {
        return IntStream.range(0, track.getOffsetMilliseconds().size())
                .filter(point -> track.getLatitudeDegrees().get(point) != null)
                .mapToObj(point -> track.getOffsetMilliseconds().get(point))
                .toList();
    }

    private static byte[] fit(Activity activity) {
        return ActivityFit.write(activity, List.of());
    }

    private static Map<Instant, Integer> samples(Activity activity) {
        Map<Instant, Integer> samples = new TreeMap<>();
        HeartRateSamples heartRate = activity.getHeartRate();
        for (int at = 0; at < heartRate.getOffsetMilliseconds().size(); at++) {
            samples.put(
                    Instant.ofEpochMilli(
                            heartRate.getStartEpochMillis()
                                    + heartRate.getOffsetMilliseconds().get(at)),
                    heartRate.getBeatsPerMinute().get(at));
        }
        return samples;
    }
}
