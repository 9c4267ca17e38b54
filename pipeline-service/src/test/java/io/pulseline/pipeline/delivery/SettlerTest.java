package io.pulseline.pipeline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What attempts that end together say of their targets. */
class SettlerTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(5)), () -> 0);
    private static final DeliveryOutcome PAUSED = new DeliveryOutcome.Paused("the key is wrong");
    private static final DeliveryOutcome GONE = new DeliveryOutcome.Disabled("gone");
    private static final DeliveryOutcome BUSY = DeliveryOutcome.Later.because("busy");

    private final UUID target = UUID.randomUUID();

    @Test
    void aTargetRestsEvenIfALaterAttemptOfTheSameBatchSaysOtherwise() {
        assertThat(endings(ended(PAUSED, true), ended(BUSY, true)))
                .isEqualTo(Map.of(target, PAUSED));
        assertThat(endings(ended(BUSY, true), ended(PAUSED, true)))
                .isEqualTo(Map.of(target, PAUSED));
    }

    @Test
    void whatIsGoneIsMoreThanPaused() {
        assertThat(endings(ended(GONE, true), ended(PAUSED, true))).isEqualTo(Map.of(target, GONE));
        assertThat(endings(ended(PAUSED, true), ended(GONE, true))).isEqualTo(Map.of(target, GONE));
    }

    @Test
    void whatWasNotTriedSaysNothingNew() {
        assertThat(endings(ended(PAUSED, false))).isEmpty();
    }

    @Test
    void whatWasLostSaysNothing() {
        assertThat(Settler.endings(List.of(ended(PAUSED, true)), Set.of())).isEmpty();
    }

    private static Map<UUID, DeliveryOutcome> endings(DeliveryAttempt.Ended... batch) {
        List<DeliveryAttempt.Ended> all = List.of(batch);
        return Settler.endings(
                all,
                all.stream().map(one -> one.claimed().delivery().id()).collect(Collectors.toSet()));
    }

    private DeliveryAttempt.Ended ended(DeliveryOutcome outcome, boolean isTried) {
        DeliveryState.Leased lease = new DeliveryState.Leased("a", NOW, 1);
        Delivery delivery =
                new Delivery(
                        UUID.randomUUID(),
                        target,
                        "webhook",
                        0,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        1,
                        0,
                        EventType.CREATED,
                        null,
                        lease,
                        null,
                        NOW,
                        List.of());
        ClaimedDelivery claimed =
                new ClaimedDelivery(delivery, lease, Packed.of(new byte[0]), 0, null, null);
        return new DeliveryAttempt.Ended(
                claimed, outcome, Settlement.of(claimed, outcome, 1, NOW, SCHEDULE), isTried);
    }
}
