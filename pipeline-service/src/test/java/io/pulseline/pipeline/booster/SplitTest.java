package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.pipeline.booster.series.Motion;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Property(tries = 200)
    void splitsAddUpToTheDistanceAndTheMovingTime(
            @ForAll @NotEmpty @Size(max = 20) List<@DoubleRange(max = 8) Double> speeds) {
        Outing outing = new Outing("RUN").goes(60, 3);
        speeds.forEach(speed -> outing.goes(200, speed).pauses(speed > 6 ? 90 : 0));
        Motion motion = Motion.of(outing.activity()).orElseThrow();

        List<Split> splits = Split.along(motion, null, 1000);

        assertThat(splits.stream().mapToDouble(Split::metres).sum())
                .isCloseTo(motion.metres(), within(1e-6));
        assertThat(splits.stream().mapToDouble(Split::movingSeconds).sum())
                .isCloseTo(motion.movingSeconds(), within(1e-6));
        assertThat(splits.subList(0, splits.size() - 1)).allMatch(Split::isWhole);
    }

    @Test
    void aCentimetreIsNoSplitOfItsOwn() {
        Motion motion = Motion.of(new Outing("RUN").goes(1000, 2.0001).activity()).orElseThrow();

        List<Split> splits = Split.along(motion, null, 1000);

        assertThat(splits).hasSize(2).allMatch(Split::isWhole);
        assertThat(splits.getLast().metres()).isCloseTo(1000.1, within(1e-6));
    }

    @Test
    void aCentimetreShortIsWhole() {
        Motion motion = Motion.of(new Outing("RUN").goes(1000, 1.9999).activity()).orElseThrow();

        assertThat(Split.along(motion, null, 1000)).hasSize(2).allMatch(Split::isWhole);
    }
}
