package io.pulseline.pipeline.booster.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MovingMedianTest {

    @Property(tries = 500)
    void itIsTheMiddleOfTheSortedWindow(
            @ForAll @NotEmpty @Size(max = 60) List<@DoubleRange(min = -5, max = 5) Double> values,
            @ForAll @IntRange(min = 1, max = 40) int longest,
            @ForAll long seed) {
        // Coarse, so that values come again, zeros of both signs among them.
        double[] column = values.stream().mapToDouble(value -> Math.rint(value)).toArray();
        Random random = new Random(seed);
        MovingMedian median = new MovingMedian(column, 0);

        int to = 1;
        for (int from = 0; from < column.length; from++) {
            to = Math.max(to, Math.min(column.length, from + 1 + random.nextInt(longest)));
            assertThat(median.over(from, to)).isEqualTo(sorted(column, from, to));
        }
    }

    @Test
    void aWindowMayLeapOverEverythingInIt() {
        double[] column = {9, 8, 7, 1, 2, 3};
        MovingMedian median = new MovingMedian(column, 0);

        assertThat(median.over(0, 3)).isEqualTo(8);
        assertThat(median.over(3, 6)).isEqualTo(2);
    }

    @Test
    void itMayBeginInTheMiddle() {
        assertThat(new MovingMedian(new double[] {9, 9, 1, 2}, 2).over(2, 4)).isEqualTo(1);
    }

    private static double sorted(double[] column, int from, int to) {
        double[] window = Arrays.copyOfRange(column, from, to);
        Arrays.sort(window);
        return window[(window.length - 1) / 2];
    }
}
