package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An activity: what was done, its average heart rate, and if wanted every sample. */
final class Workout {
    private static final String EXERCISE = "temporal_relationship_to_physical_activity";
    private static final double MILLISECONDS_PER_SECOND = 1000;

    private Workout() {}

    static List<ObjectNode> of(Activity activity, boolean withSeries) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        // The schema requires an interval, so without a length there is nothing to say.
        if (start == null || elapsed == null) {
            return List.of();
        }
        Integer offset = activity.getStartOffsetSeconds();
        OffsetDateTime begin = TimeFrame.local(start, offset);
        TimeFrame when = TimeFrame.between(begin, TimeFrame.local(start + elapsed, offset));
        DataPoints points =
                new DataPoints(
                        activity.getRecordId(),
                        activity.getUser(),
                        activity.getProvenance(),
                        begin.getOffset());
        points.add(SchemaId.PHYSICAL_ACTIVITY, done(activity, when));
        Double average = activity.getAverageHeartRateBeatsPerMinute();
        if (average != null) {
            points.add(
                    SchemaId.HEART_RATE,
                    HeartBeats.average(average, when).word(EXERCISE, "during exercise"));
        }
        HeartRateSamples samples = activity.getHeartRate();
        if (withSeries && samples != null) {
            List<Body> series = HeartBeats.samples(samples, offset);
            series.forEach(sample -> sample.word(EXERCISE, "during exercise"));
            points.addSeries(SchemaId.HEART_RATE, series);
        }
        return points.all();
    }

    private static Body done(Activity activity, TimeFrame when) {
        return Body.of(when)
                .word("activity_name", name(activity))
                .measure("duration", seconds(activity.getActiveMilliseconds()), "sec")
                .measure("base_movement_quantity", activity.getSteps(), "steps")
                .measure("distance", Kilometres.of(activity.getDistanceMetres()), "km")
                .measure("cumulative_elevation_gain", activity.getElevationGainMetres(), "m")
                .measure("kcal_burned", activity.getEnergyKilocalories(), "kcal");
    }

    /** The sport; a title is the person's own words and says less about it. */
    private static String name(Activity activity) {
        String type = activity.getActivityType();
        String provider = activity.getProviderActivityTypeName();
        return type.equals(ActivityType.OTHER) && provider != null
                ? provider
                : type.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable Double seconds(@Nullable Long milliseconds) {
        return milliseconds == null ? null : milliseconds / MILLISECONDS_PER_SECOND;
    }
}
