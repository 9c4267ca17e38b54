package io.pulseline.pipeline.booster.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ClimbTest {
    @Property
    void whatGoesUpAndDownEndsWhereItEnds(
            @ForAll @NotEmpty List<@DoubleRange(min = -400, max = 4000) Double> metres) {
        double[] altitudes = metres.stream().mapToDouble(Double::doubleValue).toArray();

        Climb climb = Climb.over(altitudes, 3);

        double rise = altitudes[altitudes.length - 1] - altitudes[0];
        assertThat(climb.gainMetres() - climb.lossMetres()).isCloseTo(rise, within(6.0));
    }

    @Property
    void hysteresisOnlyTakesAway(
            @ForAll @NotEmpty List<@DoubleRange(min = -400, max = 4000) Double> metres) {
        double[] altitudes = metres.stream().mapToDouble(Double::doubleValue).toArray();
        double rises = 0;
        for (int sample = 1; sample < altitudes.length; sample++) {
            rises += Math.max(0, altitudes[sample] - altitudes[sample - 1]);
        }

        assertThat(Climb.over(altitudes, 3).gainMetres()).isBetween(0.0, rises + 1e-6);
    }

    @Test
    void aLegCountsWholeOnceItCounts() {
        assertThat(Climb.over(new double[] {10, 12, 11, 14, 10}, 3)).isEqualTo(new Climb(4, 4));
    }
}
