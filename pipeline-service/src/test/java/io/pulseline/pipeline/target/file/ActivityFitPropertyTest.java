package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.RecordMesg;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ActivityFitPropertyTest {
    @Property(tries = 200)
    void whatIsWrittenDecodesToTheSameSamples(
            @ForAll long seed,
            @ForAll @IntRange(max = 300) int beats,
            @ForAll @IntRange(max = 300) int points) {
        Activity activity = activity(new Random(seed), beats, points);
        List<RecordMesg> records = Decoded.of(activity).records();

        assertThat(
                        records.stream()
                                .map(RecordMesg::getHeartRate)
                                .filter(Objects::nonNull)
                                .map(Short::intValue))
                .isEqualTo(activity.getHeartRate().getBeatsPerMinute());
        assertThat(
                        records.stream()
                                .map(RecordMesg::getDistance)
                                .filter(Objects::nonNull)
                                .map(Float::doubleValue))
                .isEqualTo(activity.getTrack().getDistanceMetres());
        assertThat(records)
                .isSortedAccordingTo(
                        (one, other) -> one.getTimestamp().compareTo(other.getTimestamp()));
        assertThat(records.size()).isBetween(Math.max(beats, points), beats + points);
    }

    @Property(tries = 200)
    void everySampleStaysInItsSecond(@ForAll long seed, @ForAll @IntRange(max = 300) int beats) {
        Activity activity = activity(new Random(seed), beats, 200);
        HeartRateSamples samples = activity.getHeartRate();
        List<Long> expected =
                samples.getOffsetMilliseconds().stream()
                        .map(offset -> Math.floorDiv(samples.getStartEpochMillis() + offset, 1000L))
                        .toList();

        assertThat(
                        Decoded.of(activity).records().stream()
                                .filter(record -> record.getHeartRate() != null)
                                .map(record ->
                                        Decoded.instant(record.getTimestamp().getTimestamp())
                                                .getEpochSecond()))
                .isEqualTo(expected);
    }

    private static Activity activity(Random random, int beats, int points) {
        Activity activity = Recorded.bare(ActivityType.RUN, Recorded.START);
        activity.setElapsedMilliseconds(3_600_000L);
        long start = activity.getStartEpochMillis() + random.nextInt(1000);
        List<Integer> rates = new ArrayList<>();
        for (int beat = 0; beat < beats; beat++) {
            rates.add(1 + random.nextInt(254));
        }
        activity.setHeartRate(new HeartRateSamples(start, offsets(random, beats), rates));
        activity.setTrack(track(random, start, points));
        return activity;
    }

    private static Track track(Random random, long start, int points) {
        List<@Nullable Double> latitudes = new ArrayList<>();
        List<@Nullable Double> longitudes = new ArrayList<>();
        List<@Nullable Double> altitudes = new ArrayList<>();
        List<@Nullable Double> distances = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            boolean isPlaced = random.nextInt(5) > 0;
            latitudes.add(isPlaced ? random.nextDouble(-90, 90) : null);
            longitudes.add(isPlaced ? random.nextDouble(-180, 180) : null);
            altitudes.add(random.nextBoolean() ? random.nextDouble(-490, 9000) : null);
            distances.add(point * 0.25);
        }
        return new Track(
                start, offsets(random, points), latitudes, longitudes, altitudes, distances);
    }

    /** Growing by up to three seconds, often several within one. */
    private static List<Integer> offsets(Random random, int count) {
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (int at = 0; at < count; at++) {
            offset += 1 + random.nextInt(3000);
            offsets.add(offset);
        }
        return offsets;
    }
}
