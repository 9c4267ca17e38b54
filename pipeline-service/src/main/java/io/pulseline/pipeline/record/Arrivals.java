package io.pulseline.pipeline.record;

/**
 * How much of a user's there is.
 *
 * @param everActivities true if there is any activity at all
 */
public record Arrivals(
        long activitiesToday,
        long activitiesThisWeek,
        long nightsThisWeek,
        boolean lastNight,
        boolean everActivities) {

    /** True if anything of the user is kept that this counts. */
    public boolean any() {
        return everActivities || nightsThisWeek > 0;
    }
}
