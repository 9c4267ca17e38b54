package io.pulseline.pipeline.booster.past;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.series.BestEfforts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of one of their activities against its source. It changes what history knows of
 * the activity, never the activity itself.
 *
 * @param counts false if history leaves the activity out
 * @param activityType in place of what the source says and what any booster made of it; null to
 *     leave it
 * @param distanceMetres 0 or more, in place of the source's and of what the track tells; null to
 *     leave it
 * @param elevationGainMetres likewise
 * @param bestEfforts false if its shortest times for standard distances do not hold
 */
public record Correction(
        boolean counts,
        @Nullable String activityType,
        @Nullable Double distanceMetres,
        @Nullable Double elevationGainMetres,
        boolean bestEfforts) {

    /** Corrects nothing. */
    public static final Correction NONE = new Correction(true, null, null, null, true);

    /**
     * True if the best efforts that were worked out for the source's type are not those of the
     * corrected one: every sport has distances of its own.
     */
    public boolean wantsEffortsAnew() {
        return counts
                && bestEfforts
                && activityType != null
                && !BestEfforts.distances(activityType).isEmpty();
    }

    /** A shallow copy with the figures that an activity has; the same where none is corrected. */
    public Activity appliedTo(Activity activity) {
        if (activityType == null && distanceMetres == null && elevationGainMetres == null) {
            return activity;
        }
        Activity corrected = new Activity();
        for (Schema.Field field : activity.getSchema().getFields()) {
            corrected.put(field.pos(), activity.get(field.pos()));
        }
        corrected.setActivityType(requireNonNullElse(activityType, activity.getActivityType()));
        if (distanceMetres != null) {
            corrected.setDistanceMetres(distanceMetres);
        }
        if (elevationGainMetres != null) {
            corrected.setElevationGainMetres(elevationGainMetres);
        }
        return corrected;
    }

    /** The same activity with the figures that hold. */
    public PastActivity appliedTo(PastActivity past) {
        return new PastActivity(
                past.recordId(),
                past.title(),
                requireNonNullElse(activityType, past.activityType()),
                past.startedAt(),
                appliedTo(past.figures()));
    }

    private ActivityFigures appliedTo(ActivityFigures figures) {
        return new ActivityFigures(
                figures.title(),
                requireNonNullElse(activityType, figures.activityType()),
                figures.startEpochMillis(),
                figures.startOffsetSeconds(),
                figures.elapsedSeconds(),
                figures.activeSeconds(),
                distanceMetres == null ? figures.distanceMetres() : distanceMetres,
                elevationGainMetres == null ? figures.elevationGainMetres() : elevationGainMetres,
                figures.energyKilocalories(),
                figures.averageHeartRateBeatsPerMinute(),
                figures.heartRateSeconds(),
                efforts(figures.bestEffortSeconds()),
                figures.provider(),
                figures.recordingMethod());
    }

    private Map<Integer, Double> efforts(Map<Integer, Double> known) {
        if (!bestEfforts) {
            return Map.of();
        }
        if (activityType == null) {
            return known;
        }
        Set<Integer> distances = BestEfforts.distances(activityType).keySet();
        Map<Integer, Double> kept = new TreeMap<>(known);
        kept.keySet().retainAll(distances);
        return kept;
    }
}
