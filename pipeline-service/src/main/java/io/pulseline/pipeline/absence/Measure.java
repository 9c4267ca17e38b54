package io.pulseline.pipeline.absence;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PayloadKind;
import java.util.Optional;

/** What may be absent, and what it needs to be there. */
public enum Measure {
    HEART_RATE(PayloadKind.HEART_RATE, "heartrate", "health_metrics_and_measurements.readonly"),
    /** The track of a workout. */
    GPS(PayloadKind.ACTIVITY, "location", "location.readonly"),
    /** Metres climbed in a workout. */
    ELEVATION(PayloadKind.ACTIVITY, "activity", "activity_and_fitness.readonly"),
    /** A night of sleep. */
    SLEEP(PayloadKind.SLEEP, "sleep", "sleep.readonly"),
    /** Stages of a night that is there. */
    SLEEP_STAGES(PayloadKind.SLEEP, "sleep", "sleep.readonly"),
    HEART_RATE_VARIABILITY(
            PayloadKind.HEART_RATE_VARIABILITY,
            "heartrate",
            "health_metrics_and_measurements.readonly"),
    OXYGEN_SATURATION(
            PayloadKind.OXYGEN_SATURATION,
            "oxygen_saturation",
            "health_metrics_and_measurements.readonly"),
    RESPIRATORY_RATE(
            PayloadKind.RESPIRATORY_RATE,
            "respiratory_rate",
            "health_metrics_and_measurements.readonly"),
    STEPS(PayloadKind.STEPS, "activity", "activity_and_fitness.readonly");

    private final String kind;
    private final String fitbitScope;
    private final String googleScope;

    Measure(String kind, String fitbitScope, String googleScope) {
        this.kind = kind;
        this.fitbitScope = fitbitScope;
        this.googleScope = googleScope;
    }

    /** The {@link PayloadKind} it comes with. */
    public String kind() {
        return kind;
    }

    /** The scope without which that provider gives none of it; empty for other providers. */
    Optional<String> scope(String provider) {
        return switch (provider) {
            case OpenSets.Provider.FITBIT -> Optional.of(fitbitScope);
            case OpenSets.Provider.GOOGLE_HEALTH -> Optional.of(googleScope);
            default -> Optional.empty();
        };
    }

    /** Whether it is measured in a night, and made when that is over. */
    public boolean ofTheNight() {
        return switch (this) {
            case SLEEP, SLEEP_STAGES, HEART_RATE_VARIABILITY, OXYGEN_SATURATION, RESPIRATORY_RATE ->
                    true;
            case HEART_RATE, GPS, ELEVATION, STEPS -> false;
        };
    }

    /** Whether a night must be long enough for it. */
    boolean needsLongSleep() {
        return ofTheNight() && this != SLEEP;
    }

    /** Whether a tracker that is not worn, or too loosely, measures none of it. */
    boolean needsSkin() {
        return this != GPS && this != ELEVATION;
    }
}
