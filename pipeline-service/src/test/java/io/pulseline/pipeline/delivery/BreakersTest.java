package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceSettings.class)
class BreakersTest {
    private static final DeliveryOutcome BUSY = DeliveryOutcome.Later.because("busy");

    private final Breakers breakers;
    private final UUID target = UUID.randomUUID();

    @Inject
    BreakersTest(Breakers breakers) {
        this.breakers = breakers;
    }

    @Test
    void aTargetThatFailsAgainAndAgainIsLeftAloneAndTheOthersAreNot() {
        fails(8);

        assertThat(breakers.resting()).contains(target);
        UUID other = UUID.randomUUID();
        assertThat(breakers.guarded(other, null, DeliveryOutcome.Accepted::new))
                .isEqualTo(new DeliveryOutcome.Accepted());
        assertThat(breakers.resting()).doesNotContain(other);
    }

    @Test
    void whatIsNotTriedKeepsItsProgress() {
        fails(8);
        AtomicInteger tried = new AtomicInteger();

        DeliveryOutcome outcome =
                breakers.guarded(
                        target,
                        "upload 7",
                        () -> {
                            tried.incrementAndGet();
                            return BUSY;
                        });

        assertThat(tried).hasValue(0);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Postponed.class,
                        postponed -> assertThat(postponed.progress()).isEqualTo("upload 7"));
    }

    @Test
    void aFewFailuresAndRefusalsOpenNothing() {
        fails(5);
        for (int attempt = 0; attempt < 20; attempt++) {
            breakers.guarded(target, null, () -> new DeliveryOutcome.Refused("no"));
        }

        assertThat(breakers.resting()).doesNotContain(target);
    }

    private void fails(int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            assertThat(breakers.guarded(target, null, () -> BUSY)).isEqualTo(BUSY);
        }
    }
}
