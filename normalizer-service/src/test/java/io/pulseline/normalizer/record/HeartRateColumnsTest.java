package io.pulseline.normalizer.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.contracts.health.HeartRateSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class HeartRateColumnsTest {
    private static final Instant START = Instant.parse("2026-05-14T16:00:00Z");

    @Property
    void offsetsGrowStrictlyAndEverySampleIsKeptOrCounted(
            @ForAll("samples") List<Tuple2<Integer, Double>> samples) {
        Oddities oddities = new Oddities();
        HeartRateColumns columns =
                new HeartRateColumns(START, START.plus(Duration.ofHours(1)), oddities);

        samples.forEach(sample -> columns.add(START.plusSeconds(sample.get1()), sample.get2()));
        HeartRateSamples built = columns.build();

        int kept = built == null ? 0 : built.getBeatsPerMinute().size();
        assertThat(kept + oddities.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(samples.size());
        if (built != null) {
            assertThat(built.getOffsetMilliseconds())
                    .hasSize(kept)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(built.getOffsetMilliseconds().getFirst()).isZero();
            assertThat(built.getBeatsPerMinute()).allMatch(value -> value >= 1 && value <= 300);
            assertThat(built.getStartEpochMillis()).isGreaterThanOrEqualTo(START.toEpochMilli());
        }
    }

    @Provide
    Arbitrary<List<Tuple2<Integer, Double>>> samples() {
        return Combinators.combine(
                        Arbitraries.integers().between(-100, 3700),
                        Arbitraries.doubles().between(-5, 320))
                .as(Tuple::of)
                .list()
                .ofMaxSize(200);
    }

    @Test
    void theFirstOfTwoSamplesOfOneInstantIsKept() {
        Oddities oddities = new Oddities();
        HeartRateColumns columns = new HeartRateColumns(START, null, oddities);
        columns.add(START.plusSeconds(5), 120);
        columns.add(START, 100);
        columns.add(START.plusSeconds(5), 140);

        HeartRateSamples built = requireNonNull(columns.build());

        assertThat(built.getOffsetMilliseconds()).containsExactly(0, 5000);
        assertThat(built.getBeatsPerMinute()).containsExactly(100, 120);
        assertThat(oddities.counts()).isEqualTo(Map.of(Oddity.SAME_TIME_TWICE, 1));
    }

    @Test
    void aSeriesOfMoreThanTwentyFourDaysIsRefused() {
        HeartRateColumns columns = new HeartRateColumns(START, null, new Oddities());
        columns.add(START, 100);
        columns.add(START.plus(Duration.ofDays(25)), 100);

        assertThatThrownBy(columns::build).isInstanceOf(UnmappableException.class);
    }
}
