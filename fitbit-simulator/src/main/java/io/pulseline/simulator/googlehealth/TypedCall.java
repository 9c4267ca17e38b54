package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Handler;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import java.util.Optional;

/** A call about one data type: the type known, covered by a scope, and able to do it. */
final class TypedCall {
    private final KnobBoard knobs;

    TypedCall(KnobBoard knobs) {
        this.knobs = knobs;
    }

    /** Answers for a type that can do it. */
    @FunctionalInterface
    interface Call {
        Answer answer(Request request, HealthCaller caller, DataType type);
    }

    /** The call, behind the gate. */
    Handler open(GoogleGate gate, String method, DataType.Action action, Call call) {
        return gate.open(
                "DataPointsService." + method,
                this::isCovered,
                (request, caller) -> {
                    DataType type = DataType.of(request.pathValue("type")).orElseThrow();
                    if (!type.can(action) && !isPersonalRange(type, action)) {
                        return GoogleErrors.invalid(type.cannot(action));
                    }
                    return call.answer(request, caller, type);
                });
    }

    private boolean isPersonalRange(DataType type, DataType.Action action) {
        return action == DataType.Action.DAILY_ROLL_UP
                && knobs.answers().personalRangeRollUps()
                && (type == DataType.DAILY_RESTING_HEART_RATE
                        || type == DataType.DAILY_HEART_RATE_VARIABILITY);
    }

    /** Whoever may only write sees what they have written themselves. */
    private boolean isCovered(Request request, HealthCaller caller) {
        Optional<DataType> type = DataType.of(request.pathValue("type"));
        if (type.isEmpty()) {
            throw new Refused(
                    GoogleErrors.invalid(
                            GoogleErrors.INVALID,
                            "INVALID_PARENT_DATA_TYPE_COLLECTION",
                            knobs.answers().reasonsInMetadata()));
        }
        return caller.may(type.get().readScope()) || caller.may(type.get().writeScope());
    }
}
