package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.SimulatedActivity;

/** Fitbit's numbers for what people do (fact sheet section 8). */
final class TypeIds {
    private TypeIds() {}

    static int of(SimulatedActivity activity) {
        Integer chosen = activity.typeId();
        return chosen == null ? of(activity.plan().kind()) : chosen;
    }

    static int of(ActivityKind kind) {
        return switch (kind) {
            case RUN -> 90009;
            case WALK -> 90013;
            case BIKE -> 90001;
            case OUTDOOR_BIKE -> 1071;
            case TREADMILL -> 90019;
            case ELLIPTICAL -> 20047;
            case SWIM -> 90024;
            case SPINNING -> 55001;
            case WEIGHTS -> 2131;
            case CIRCUIT_TRAINING -> 2040;
            case WORKOUT -> 3000;
            case AEROBIC_WORKOUT -> 3001;
            case SPORT -> 15000;
            case YOGA -> 52001;
        };
    }

    /** The sport of a TCX document: Walk and all the rest is Other. */
    static String sport(ActivityKind kind) {
        return switch (kind) {
            case RUN, TREADMILL -> "Running";
            case BIKE, OUTDOOR_BIKE, SPINNING -> "Biking";
            case WALK,
                    ELLIPTICAL,
                    SWIM,
                    WEIGHTS,
                    CIRCUIT_TRAINING,
                    WORKOUT,
                    AEROBIC_WORKOUT,
                    SPORT,
                    YOGA ->
                    "Other";
        };
    }

    /** Whether a pace is shown. */
    static boolean hasPace(ActivityKind kind) {
        return switch (kind) {
            case RUN, TREADMILL, WALK -> true;
            case BIKE,
                    OUTDOOR_BIKE,
                    SPINNING,
                    ELLIPTICAL,
                    SWIM,
                    WEIGHTS,
                    CIRCUIT_TRAINING,
                    WORKOUT,
                    AEROBIC_WORKOUT,
                    SPORT,
                    YOGA ->
                    false;
        };
    }
}
