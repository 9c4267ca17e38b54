package io.pulseline.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pulseline.pipeline.delivery.Delivery;
import io.pulseline.pipeline.delivery.DeliveryState;
import io.pulseline.pipeline.target.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunStatusTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final DeliveryState DUE = new DeliveryState.Due(NOON, 1, "busy");
    private static final DeliveryState LEASED = new DeliveryState.Leased("a", NOON, 1);
    private static final DeliveryState DELIVERED = new DeliveryState.Delivered(NOON, 1);
    private static final DeliveryState REFUSED = new DeliveryState.Refused("no", 1);
    private static final DeliveryState EXHAUSTED = new DeliveryState.Exhausted("busy", 9);

    private static final DeliveryState SKIPPED = new DeliveryState.Skipped("it came back", 0);

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(List.of(DELIVERED), RunStatus.SYNCED),
                arguments(List.of(DELIVERED, DELIVERED), RunStatus.SYNCED),
                arguments(List.of(DELIVERED, REFUSED), RunStatus.PARTIAL),
                arguments(List.of(EXHAUSTED, DELIVERED), RunStatus.PARTIAL),
                arguments(List.of(REFUSED), RunStatus.FAILED),
                arguments(List.of(REFUSED, EXHAUSTED), RunStatus.FAILED),
                arguments(List.of(DELIVERED, DUE), RunStatus.RUNNING),
                arguments(List.of(REFUSED, LEASED), RunStatus.RUNNING),
                arguments(List.of(SKIPPED), RunStatus.SKIPPED),
                arguments(List.of(SKIPPED, SKIPPED), RunStatus.SKIPPED),
                arguments(List.of(SKIPPED, DELIVERED), RunStatus.SYNCED),
                arguments(List.of(SKIPPED, REFUSED), RunStatus.FAILED),
                arguments(List.of(SKIPPED, REFUSED, DELIVERED), RunStatus.PARTIAL),
                arguments(List.of(SKIPPED, DUE), RunStatus.RUNNING),
                // Its boosters failed before anything was planned.
                arguments(List.of(), RunStatus.FAILED));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusFollowsFromTheDeliveries(List<DeliveryState> deliveries, RunStatus status) {
        assertThat(RunStatus.of(deliveries)).isEqualTo(status);
    }

    @Test
    void theReasonNamesEachTroubleOnce() {
        assertThat(RunReason.of(List.of(DELIVERED, REFUSED, EXHAUSTED, DUE))).isEqualTo("no; busy");
        assertThat(RunReason.of(List.of(DELIVERED))).isNull();
        assertThat(RunReason.of(List.of(DELIVERED, SKIPPED))).isEqualTo("it came back");
    }

    @Test
    void aCancelledRunSaysWhatArrivedAllTheSame() {
        assertThat(RunReason.calledOff(List.of())).isEqualTo("cancelled on request");
        assertThat(
                        RunReason.calledOff(
                                List.of(
                                        delivery("kafka", DELIVERED),
                                        delivery("webhook", LEASED),
                                        delivery("webhook", REFUSED))))
                .isEqualTo(
                        "cancelled on request; delivered nevertheless: kafka; 1 delivery is under way"
                                + " and may still arrive");
    }

    private static Delivery delivery(String targetType, DeliveryState state) {
        UUID any = UUID.randomUUID();
        return new Delivery(
                any,
                any,
                targetType,
                0,
                any,
                any,
                1,
                0,
                EventType.CREATED,
                null,
                state,
                null,
                NOON,
                List.of());
    }
}
