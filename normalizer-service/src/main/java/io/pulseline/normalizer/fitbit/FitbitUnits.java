package io.pulseline.normalizer.fitbit;

import io.pulseline.normalizer.record.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The unit system that a document was asked in; Fitbit answers in metric where none was named. */
enum FitbitUnits {
    METRIC,
    /** Miles, feet, pounds, degrees Fahrenheit. */
    UNITED_STATES,
    /** Metric, but for weights in stones. */
    UNITED_KINGDOM;

    /**
     * @param asked as {@code PayloadPart.unitSystem} has it; null if not known
     */
    static FitbitUnits of(@Nullable String asked) {
        return switch (asked == null ? "" : asked.replace('-', '_').toLowerCase(Locale.ROOT)) {
            case "en_us" -> UNITED_STATES;
            case "en_gb" -> UNITED_KINGDOM;
            default -> METRIC;
        };
    }

    /** A distance in kilometres or miles. */
    @Nullable Double metres(@Nullable Double distance) {
        if (distance == null) {
            return null;
        }
        return this == UNITED_STATES
                ? Units.milesAsMetres(distance)
                : Units.kilometresAsMetres(distance);
    }

    /** A height in metres or feet. */
    @Nullable Double heightMetres(@Nullable Double height) {
        return height != null && this == UNITED_STATES
                ? Double.valueOf(Units.feetAsMetres(height))
                : height;
    }

    /** A weight in kilograms, pounds or stones. */
    @Nullable Double kilograms(@Nullable Double weight) {
        if (weight == null) {
            return null;
        }
        return switch (this) {
            case METRIC -> weight;
            case UNITED_STATES -> Units.poundsAsKilograms(weight);
            case UNITED_KINGDOM -> Units.stonesAsKilograms(weight);
        };
    }

    /** A difference of temperatures. */
    @Nullable Double celsiusSteps(@Nullable Double difference) {
        return difference != null && this == UNITED_STATES
                ? Double.valueOf(Units.fahrenheitStepsAsCelsius(difference))
                : difference;
    }
}
