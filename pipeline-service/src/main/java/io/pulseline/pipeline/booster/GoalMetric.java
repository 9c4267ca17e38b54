package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.setting.Word;
import org.jspecify.annotations.Nullable;

/** What a goal sums up. */
enum GoalMetric implements Word {
    /** In kilometres. */
    DISTANCE("distance", "Kilometres", "km", 1_000),
    /** In hours, without pauses where the source tells them apart. */
    DURATION("duration", "Hours", "h", 3_600),
    /** Each is one. */
    ACTIVITIES("activities", "Activities", "activities", 1),
    /** In metres. */
    ELEVATION_GAIN("elevationGain", "ElevationGainMetres", "m", 1);

    private final String word;
    private final String suffix;
    private final String unit;
    private final int partsOfUnit;

    GoalMetric(String word, String suffix, String unit, int partsOfUnit) {
        this.word = word;
        this.suffix = suffix;
        this.unit = unit;
        this.partsOfUnit = partsOfUnit;
    }

    @Override
    public String word() {
        return word;
    }

    /** In names of values: {@code sumKilometres}. */
    String suffix() {
        return suffix;
    }

    /** In texts. */
    String unit() {
        return unit;
    }

    /** How many of what {@link #of} gives are one unit. */
    int partsOfUnit() {
        return partsOfUnit;
    }

    /** Metres, seconds or pieces; 0 where nothing is known. */
    double of(ActivityFigures figures) {
        return switch (this) {
            case DISTANCE -> known(figures.distanceMetres());
            case DURATION ->
                    known(
                            figures.activeSeconds() == null
                                    ? figures.elapsedSeconds()
                                    : figures.activeSeconds());
            case ACTIVITIES -> 1;
            case ELEVATION_GAIN -> known(figures.elevationGainMetres());
        };
    }

    private static double known(@Nullable Double value) {
        return requireNonNullElse(value, 0.0);
    }
}
