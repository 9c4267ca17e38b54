package io.pulseline.simulator.truth;

/** What is worked out of a main sleep some time after the sync that brought it. */
public enum Measure {
    VARIABILITY(1),
    OXYGEN(2),
    BREATHING(3),
    SKIN_TEMPERATURE(4),
    RESTING_HEART_RATE(5),
    CARDIO_FITNESS(6);

    private final int purpose;

    Measure(int purpose) {
        this.purpose = purpose;
    }

    /** Tells the measures' random sources apart. */
    int purpose() {
        return purpose;
    }
}
