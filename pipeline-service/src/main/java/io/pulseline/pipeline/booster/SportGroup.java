package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.pipeline.setting.Word;

/** Activity types whose distances people add up. */
enum SportGroup implements Word {
    /** Whatever has a distance. */
    ANY("any", "In all"),
    RUNNING("running", "Running"),
    CYCLING("cycling", "Cycling"),
    SWIMMING("swimming", "Swimming"),
    /** Hikes too. */
    WALKING("walking", "Walking");

    private final String word;
    private final String label;

    SportGroup(String word, String label) {
        this.word = word;
        this.label = label;
    }

    @Override
    public String word() {
        return word;
    }

    /** Begins a text. */
    String label() {
        return label;
    }

    boolean has(String activityType) {
        return switch (activityType) {
            case ActivityType.RUN, ActivityType.TREADMILL_RUN -> this == RUNNING || this == ANY;
            case ActivityType.RIDE, ActivityType.INDOOR_RIDE, ActivityType.VIRTUAL_RIDE ->
                    this == CYCLING || this == ANY;
            case ActivityType.SWIM -> this == SWIMMING || this == ANY;
            case ActivityType.WALK, ActivityType.HIKE -> this == WALKING || this == ANY;
            default -> this == ANY;
        };
    }
}
