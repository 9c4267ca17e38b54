package io.pulseline.pipeline.run;

import io.pulseline.pipeline.delivery.Delivery;
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

    /**
     * For a run that its user cancelled: what arrived all the same.
     *
     * @param deliveries all of the run
     */
    static String calledOff(List<Delivery> deliveries) {
        long underWay =
                deliveries.stream()
                        .filter(one -> one.state() instanceof DeliveryState.Leased)
                        .count();
        String arrived =
                deliveries.stream()
                        .filter(one -> one.state() instanceof DeliveryState.Delivered)
                        .map(Delivery::targetType)
                        .distinct()
                        .collect(Collectors.joining(", "));
        StringBuilder reason = new StringBuilder("cancelled on request");
        if (!arrived.isEmpty()) {
            reason.append("; delivered nevertheless: ").append(arrived);
        }
        if (underWay > 0) {
            reason.append("; ")
                    .append(underWay)
                    .append(underWay == 1 ? " delivery is" : " deliveries are")
                    .append(" under way and may still arrive");
        }
        return reason.toString();
    }
}
