package io.pulseline.pipeline.run;

import io.pulseline.benchmarks.life.ThreeHours;
import io.pulseline.contracts.health.Activity;

/** Which activity goes through the boosters. Together they give every booster something to do. */
public enum Scenario {
    /** A run with places, altitudes and heart rate. */
    OUTDOOR,

    /** A ride on a trainer: places are made up, heart rate is looked up. */
    INDOOR;

    Activity activity() {
        return switch (this) {
            case OUTDOOR -> ThreeHours.outdoor();
            case INDOOR -> ThreeHours.indoor();
        };
    }
}
