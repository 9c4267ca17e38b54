package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.util.Optional;

/** A quantity of an activity that can be too small or too large. */
public enum Extent {
    /** In kilometres. */
    DISTANCE("the distance is", "km", "no distance"),
    /** From start to end, pauses included, in minutes. */
    DURATION("it lasts", "min", "no duration");

    private static final double METRES_PER_KILOMETRE = 1_000;
    private static final double MILLISECONDS_PER_MINUTE = 60_000;

    private final String clause;
    private final String unit;
    private final String lacking;

    Extent(String clause, String unit, String lacking) {
        this.clause = clause;
        this.unit = unit;
        this.lacking = lacking;
    }

    /** Empty where the activity has none; a measured 0 is a value. */
    public Optional<Double> of(Activity activity) {
        return switch (this) {
            case DISTANCE ->
                    Optional.ofNullable(activity.getDistanceMetres())
                            .map(metres -> metres / METRES_PER_KILOMETRE);
            case DURATION ->
                    Optional.ofNullable(activity.getElapsedMilliseconds())
                            .map(milliseconds -> milliseconds / MILLISECONDS_PER_MINUTE);
        };
    }

    String clause() {
        return clause;
    }

    String unit() {
        return unit;
    }

    String lacking() {
        return lacking;
    }
}
