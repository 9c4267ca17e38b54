package io.pulseline.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RatesTest {
    private long now;
    private final Rates rates = new Rates(10, 100, clock());

    @Test
    void aMinutesShareMayBeUsedAtOnceAndThenComesBackBitByBit() {
        for (int i = 0; i < 10; i++) {
            assertThat(rates.take("anna")).isEmpty();
        }

        assertThat(rates.take("anna")).hasValue(6);
        now += TimeUnit.SECONDS.toNanos(6);
        assertThat(rates.take("anna")).isEmpty();
        assertThat(rates.take("anna")).isPresent();
    }

    @Test
    void nobodyPaysForAnother() {
        for (int i = 0; i < 11; i++) {
            var _ = rates.take("anna");
        }

        assertThat(rates.take("anna")).isPresent();
        assertThat(rates.take("ben")).isEmpty();
    }

    @Test
    void askingTakesNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(rates.ask("anna")).isEmpty();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(rates.take("anna")).isEmpty();
        }
        assertThat(rates.ask("anna")).hasValue(6);
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
