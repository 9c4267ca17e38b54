package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What makes an effort, and how much of it. Only values above 0 are known. */
enum EffortFactor {
    /** Average, in beats per minute. */
    HEART_RATE(0.35),
    /** Seconds for a metre without pauses: less is harder. */
    PACE(0.25),
    /** Seconds without pauses where they are known. */
    DURATION(0.20),
    /** Metres up. */
    ELEVATION(0.10),
    /** TRIMP for a minute with heart rate. */
    INTENSITY(0.10);

    private static final double MOST = 2;
    private static final double SECONDS_PER_MINUTE = 60;

    private final double weight;

    EffortFactor(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /**
     * Empty where it is not known.
     *
     * @param load null where the user's body is not known
     */
    OptionalDouble of(ActivityFigures figures, @Nullable BanisterLoad load) {
        double value =
                switch (this) {
                    case HEART_RATE -> orZero(figures.averageHeartRateBeatsPerMinute());
                    case PACE -> seconds(figures) / orZero(figures.distanceMetres());
                    case DURATION -> seconds(figures);
                    case ELEVATION -> orZero(figures.elevationGainMetres());
                    case INTENSITY ->
                            load == null ? 0 : perMinute(figures.heartRateSeconds(), load);
                };
        return value > 0 && Double.isFinite(value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** 1 is as hard as the usual; 0 to 2. */
    double ratio(double value, double usual) {
        return Math.clamp(this == PACE ? usual / value : value / usual, 0, MOST);
    }

    private static double perMinute(Map<Integer, Double> heartRateSeconds, BanisterLoad load) {
        Collection<Double> held = heartRateSeconds.values();
        double minutes = held.stream().mapToDouble(Double::doubleValue).sum() / SECONDS_PER_MINUTE;
        return load.of(heartRateSeconds) / minutes;
    }

    private static double seconds(ActivityFigures figures) {
        Double active = figures.activeSeconds();
        return orZero(active == null ? figures.elapsedSeconds() : active);
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
