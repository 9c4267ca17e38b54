package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.DeliveryState;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a run is not synced, in one line. */
final class RunReason {
    private RunReason() {}

    /** The reasons of its deliveries, each once; null if none has one. */
    static @Nullable String of(List<DeliveryState> deliveries) {
        String reason =
                deliveries.stream()
                        .map(DeliveryState::reason)
                        .filter(text -> text != null)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return reason.isEmpty() ? null : reason;
    }
}
