package io.pulseline.normalizer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PayloadInHandTest {
    private Instant now = Instant.parse("2026-05-14T16:00:00Z");
    private final InstantSource source = () -> now;
    private final PayloadInHand inHand = new PayloadInHand(source.withZone(ZoneOffset.UTC));

    @Test
    void aShortWaitIsNothingAndALongOneNamesWhomItIsFor() {
        inHand.waitsFor(Lane.LIVE, "Kafka");
        now = now.plusSeconds(4);
        assertThat(inHand.stuckOn(Duration.ofSeconds(5))).isEmpty();

        inHand.waitsFor(Lane.LIVE, "Kafka");
        now = now.plusSeconds(1);
        assertThat(inHand.stuckOn(Duration.ofSeconds(5))).contains("Kafka");

        inHand.goesOn(Lane.LIVE);
        assertThat(inHand.stuckOn(Duration.ZERO)).isEmpty();
    }

    @Test
    void waitingForSomebodyElseBeginsAnew() {
        inHand.waitsFor(Lane.LIVE, "schema registry");
        now = now.plusSeconds(10);
        inHand.waitsFor(Lane.LIVE, "Kafka");

        assertThat(inHand.stuckOn(Duration.ofSeconds(5))).isEmpty();
    }

    @Test
    void eachLaneWaitsOnItsOwn() {
        inHand.waitsFor(Lane.BACKFILL, "Kafka");
        inHand.waitsFor(Lane.LIVE, "schema registry");
        inHand.goesOn(Lane.LIVE);

        assertThat(inHand.stuckOn(Duration.ZERO)).contains("Kafka");
    }
}
