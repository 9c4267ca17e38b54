package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.Boost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an activity sums up to: as its record says, else as a booster of the pipeline has counted
 * it. What neither knows is null.
 */
record Totals(
        @Nullable Double energyKilocalories,
        @Nullable Double averageBeatsPerMinute,
        @Nullable Integer highestBeatsPerMinute,
        @Nullable Double ascentMetres,
        @Nullable Double descentMetres) {
    private static final String ADDED = "ADDED";

    /**
     * Of that activity.
     *
     * @param moments its own
     */
    static Totals of(Activity activity, List<Boost> boosts, List<Moment> moments) {
        return new Totals(
                positive(
                        or(
                                activity.getEnergyKilocalories(),
                                value(boosts, "calories", "energyKilocalories"))),
                positive(
                        or(
                                activity.getAverageHeartRateBeatsPerMinute(),
                                value(boosts, "heart-rate-summary", "averageBeatsPerMinute"))),
                highest(moments),
                or(
                        activity.getElevationGainMetres(),
                        value(boosts, "elevation-summary", "gainMetres")),
                value(boosts, "elevation-summary", "lossMetres"));
    }

    private static @Nullable Integer highest(List<Moment> moments) {
        int highest = 0;
        for (Moment moment : moments) {
            Integer beatsPerMinute = moment.beatsPerMinute();
            highest = beatsPerMinute == null ? highest : Math.max(highest, beatsPerMinute);
        }
        return highest == 0 ? null : highest;
    }

    private static @Nullable Double or(@Nullable Double first, @Nullable Double second) {
        return first == null ? second : first;
    }

    /** No workout costs nothing, and no heart stands still: such a 0 is none. */
    private static @Nullable Double positive(@Nullable Double value) {
        return value != null && value > 0 ? value : null;
    }

    private static @Nullable Double value(List<Boost> boosts, String booster, String name) {
        Double found = null;
        for (Boost boost : boosts) {
            if (boost.getBooster().equals(booster) && boost.getStatus().equals(ADDED)) {
                found = or(boost.getValues().get(name), found);
            }
        }
        return found;
    }
}
