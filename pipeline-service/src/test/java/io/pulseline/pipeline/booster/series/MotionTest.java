package io.pulseline.pipeline.booster.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.Outing;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MotionTest {
    @Property(tries = 200)
    void movingTimeIsNeverLongerThanTheWhole(
            @ForAll @NotEmpty @Size(max = 20) List<@DoubleRange(max = 8) Double> speeds,
            @ForAll @IntRange(min = 1, max = 30) int step) {
        Outing outing = new Outing("RUN").every(step).goes(step, 1);
        speeds.forEach(speed -> outing.goes(60, speed));

        Motion motion = Motion.of(outing.activity()).orElseThrow();

        double span = (motion.endEpochMillis() - motion.startEpochMillis()) / 1000.0;
        assertThat(motion.movingSeconds()).isBetween(0.0, span + 1e-6);
        assertThat(motion.movingSecondsAt(motion.metres())).isEqualTo(motion.movingSeconds());
    }

    @Property(tries = 200)
    void theFastestStretchIsAtLeastAsFastAsTheWholeWay(
            @ForAll @NotEmpty @Size(max = 20) List<@DoubleRange(min = 1, max = 8) Double> speeds) {
        Outing outing = new Outing("RUN");
        speeds.forEach(speed -> outing.goes(60, speed));

        Motion motion = Motion.of(outing.activity()).orElseThrow();

        double average =
                motion.metresPerSecond(motion.startEpochMillis(), motion.endEpochMillis())
                        .orElseThrow();
        assertThat(motion.fastestMetresPerSecond(3).orElseThrow())
                .isGreaterThanOrEqualTo(average - 1e-9)
                .isLessThanOrEqualTo(8 + 1e-9);
    }

    @Test
    void betweenTwoPointsItGoesStraight() {
        Motion motion =
                Motion.of(new Outing("RUN").every(10).goes(100, 3).activity()).orElseThrow();

        assertThat(motion.metresAt(Outing.START + 15_000)).isCloseTo(45, within(1e-9));
        assertThat(motion.epochMillisAt(45)).isEqualTo(Outing.START + 15_000);
        assertThat(motion.metresAt(Outing.START - 1)).isZero();
        assertThat(motion.metresAt(Outing.START + 1_000_000)).isEqualTo(300);
    }

    @Test
    void aWayAcrossTheDateLineIsNotAroundTheWorld() {
        Outing outing = new Outing("RUN").withoutDistances().goes(60, 3);
        Activity run = outing.activity();
        run.getTrack()
                .setLongitudeDegrees(
                        run.getTrack().getOffsetMilliseconds().stream()
                                .map(offset -> offset < 30_000 ? 179.99999 : -179.99999)
                                .toList());

        assertThat(Motion.of(run).orElseThrow().metres()).isCloseTo(180, within(4.0));
    }

    @Test
    void eachSecondOfAGapIsUnknown() {
        Motion motion =
                Motion.of(new Outing("RUN").goes(100, 3).pauses(100).goes(100, 3).activity())
                        .orElseThrow();

        double[] speeds = motion.eachSecond(10);

        assertThat(speeds).hasSize(301);
        assertThat(speeds[50]).isCloseTo(3, within(1e-9));
        assertThat(speeds[150]).isNaN();
        assertThat(speeds[250]).isCloseTo(3, within(1e-9));
    }
}
