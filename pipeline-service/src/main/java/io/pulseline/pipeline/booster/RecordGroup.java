package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Optional;

/**
 * Types of activity whose records are one list. What a machine or a simulation measures is no match
 * for what was covered on the ground, and the other way round.
 */
enum RecordGroup {
    RUNS("run"),
    TREADMILL_RUNS("treadmill run"),
    RIDES("ride"),
    INDOOR_RIDES("indoor ride");

    private final String one;

    RecordGroup(String one) {
        this.one = one;
    }

    /** Empty for types of which no records are kept. */
    static Optional<RecordGroup> of(String activityType) {
        return switch (activityType) {
            case ActivityType.RUN -> Optional.of(RUNS);
            case ActivityType.TREADMILL_RUN -> Optional.of(TREADMILL_RUNS);
            case ActivityType.RIDE -> Optional.of(RIDES);
            case ActivityType.INDOOR_RIDE, ActivityType.VIRTUAL_RIDE -> Optional.of(INDOOR_RIDES);
            default -> Optional.empty();
        };
    }

    boolean has(String activityType) {
        return of(activityType).filter(group -> group == this).isPresent();
    }

    /** One of them, for people. */
    String one() {
        return one;
    }
}
