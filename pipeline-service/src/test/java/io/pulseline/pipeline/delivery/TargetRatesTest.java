package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TargetRatesTest {
    private final UUID target = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final StoppedTime time = new StoppedTime();

    @Test
    void aTargetThatHasHadItsShareOfASecondWaitsAndTheOthersDoNot() {
        TargetRates rates = new TargetRates(10, time);
        begin(rates, target, 10);
        begin(rates, other, 9);

        assertThat(rates.spent()).containsExactly(target);
    }

    @Test
    void whatWasTakenTooMuchIsMissingLater() {
        TargetRates rates = new TargetRates(10, time);
        begin(rates, target, 14);

        time.goesOn(Duration.ofMillis(400));
        assertThat(rates.spent()).containsExactly(target);
        time.goesOn(Duration.ofMillis(100));
        assertThat(rates.spent()).isEmpty();
    }

    @Test
    void withoutALimitNobodyWaits() {
        TargetRates rates = new TargetRates(0, time);
        begin(rates, target, 1_000);

        assertThat(rates.spent()).isEmpty();
    }

    @Property(tries = 200)
    void inTheLongRunATargetGetsNoMoreThanItMay(
            @ForAll @IntRange(min = 1, max = 50) int most,
            @ForAll @IntRange(min = 1, max = 4) int together) {
        TargetRates rates = new TargetRates(most, time);
        int begun = 0;
        int seconds = 20;
        for (int tick = 0; tick < seconds * 50; tick++) {
            if (!rates.spent().contains(target)) {
                begin(rates, target, together);
                begun += together;
            }
            time.goesOn(Duration.ofMillis(20));
        }

        // The first second's share is there at the start.
        assertThat(begun).isLessThanOrEqualTo(most * (seconds + 1) + together);
    }

    private static void begin(TargetRates rates, UUID target, int times) {
        for (int time = 0; time < times; time++) {
            rates.begun(target);
        }
    }

    private static final class StoppedTime implements TimeMeter {
        private long nanoseconds;

        void goesOn(Duration by) {
            nanoseconds += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanoseconds;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
