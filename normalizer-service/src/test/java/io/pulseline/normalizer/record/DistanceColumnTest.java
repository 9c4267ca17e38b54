package io.pulseline.normalizer.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistanceColumnTest {
    private final Oddities oddities = new Oddities();

    @Test
    void aZeroInBetweenIsLeftOutAndTheRestStays() {
        assertThat(column(0.0, 500.0, 0.0, 503.0)).containsExactly(0.0, 500.0, null, 503.0);
    }

    @Test
    void aCountThatStartsAgainEndsTheColumn() {
        assertThat(column(400.0, 500.0, 0.0, 3.0, 499.0, 700.0))
                .containsExactly(400.0, 500.0, null, null, null, null);
        assertThat(oddities.counts()).containsEntry(Oddity.DISTANCE_FELL_BACK, 4);
    }

    @Test
    void absentNegativeAndEndlessValuesAreNull() {
        assertThat(column(null, -1.0, Double.POSITIVE_INFINITY, Double.NaN, 2.0))
                .containsExactly(null, null, null, null, 2.0);
    }

    @Property
    void whatRemainsNeverFallsAndIsNeverInvented(
            @ForAll List<@DoubleRange(min = -10, max = 10_000) Double> given) {
        List<@Nullable Double> column = column(given.toArray(Double[]::new));

        assertThat(column.stream().filter(Objects::nonNull).toList()).isSorted();
        for (int point = 0; point < given.size(); point++) {
            assertThat(column.get(point)).isIn(given.get(point), null);
        }
    }

    private List<@Nullable Double> column(@Nullable Double... metres) {
        DistanceColumn distance = new DistanceColumn(oddities);
        List<@Nullable Double> column = new ArrayList<>();
        for (Double value : Arrays.asList(metres)) {
            column.add(distance.next(value));
        }
        return column;
    }
}
