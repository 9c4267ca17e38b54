package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final long START = Recorded.START.toInstant().toEpochMilli();

    @Test
    void twoGapsAsLongAsThePausesTogetherAreThePauses() {
        Activity activity = activity(1000, 820);
        activity.setTrack(
                Recorded.emptyTrack(seconds(range(0, 200), range(260, 500), range(620, 1000))));

        assertThat(Pause.of(activity))
                .containsExactly(
                        new Pause(START + 199_000, START + 260_000),
                        new Pause(START + 499_000, START + 620_000));
    }

    @Test
    void aTunnelIsNoPause() {
        Activity activity = activity(1000, 1000);
        activity.setTrack(Recorded.emptyTrack(seconds(range(0, 200), range(260, 1000))));

        assertThat(Pause.of(activity)).isEmpty();
        assertThat(Pause.totalMilliseconds(activity)).isZero();
    }

    @Test
    void whereATunnelAndAPauseCannotBeToldApartNobodyKnows() {
        Activity activity = activity(1000, 880);
        activity.setTrack(
                Recorded.emptyTrack(seconds(range(0, 200), range(260, 500), range(620, 1000))));

        assertThat(Pause.of(activity)).isEmpty();
        assertThat(Pause.totalMilliseconds(activity)).isEqualTo(120_000);
    }

    @Test
    void withoutATrackTheHeartRateMayShowIt() {
        Activity activity = activity(600, 540);
        List<Integer> offsets = seconds(range(0, 100), range(160, 600));
        activity.setHeartRate(
                new HeartRateSamples(START, offsets, offsets.stream().map(_ -> 120).toList()));

        assertThat(Pause.of(activity)).containsExactly(new Pause(START + 99_000, START + 160_000));
    }

    @Test
    void moreActiveThanElapsedIsNoPause() {
        assertThat(Pause.totalMilliseconds(activity(600, 700))).isZero();
        assertThat(Pause.of(activity(600, 700))).isEmpty();
    }

    private static Activity activity(long elapsedSeconds, long activeSeconds) {
        Activity activity = Recorded.bare(ActivityType.RUN, Recorded.START);
        activity.setElapsedMilliseconds(elapsedSeconds * 1000);
        activity.setActiveMilliseconds(activeSeconds * 1000);
        return activity;
    }

    private static IntStream range(int from, int to) {
        return IntStream.range(from, to);
    }

    private static List<Integer> seconds(IntStream... parts) {
        return Stream.of(parts)
                .flatMapToInt(part -> part)
                .mapToObj(second -> second * 1000)
                .toList();
    }
}
