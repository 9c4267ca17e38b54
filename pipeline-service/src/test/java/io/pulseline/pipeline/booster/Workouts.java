package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Activities as boosters meet them, each with only what a case is about. */
public final class Workouts {
    /** A Saturday morning in Berlin. */
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-06-13T07:30:00+02:00");

    private Workouts() {}

    /** A run that tells nothing but its type. */
    public static Activity bare() {
        Activity activity = new Activity();
        activity.setActivityType(ActivityType.RUN);
        return activity;
    }

    /** A run that began then, there. */
    public static Activity startingAt(String localTimeAndOffset) {
        OffsetDateTime start = OffsetDateTime.parse(localTimeAndOffset);
        Activity activity = bare();
        activity.setStartEpochMillis(start.toInstant().toEpochMilli());
        activity.setStartOffsetSeconds(start.getOffset().getTotalSeconds());
        return activity;
    }

    /** A run of that length from {@link #START}. */
    public static Activity lasting(@Nullable Long milliseconds) {
        Activity activity = startingAt(START.toString());
        activity.setElapsedMilliseconds(milliseconds);
        return activity;
    }

    /** Heart rate from the start on, a sample every so many seconds. */
    public static Activity steady(int seconds, int everySeconds, int beatsPerMinute) {
        Activity activity = lasting(seconds * 1000L);
        int samples = seconds / everySeconds;
        activity.setHeartRate(
                new HeartRateSamples(
                        START.toInstant().toEpochMilli(),
                        IntStream.range(0, samples)
                                .mapToObj(sample -> sample * everySeconds * 1000)
                                .toList(),
                        Collections.nCopies(samples, beatsPerMinute)));
        return activity;
    }

    /** Samples at seconds since the start. */
    public static HeartRateSamples samples(List<Integer> seconds, Integer... beatsPerMinute) {
        return new HeartRateSamples(
                START.toInstant().toEpochMilli(),
                seconds.stream().map(second -> second * 1000).toList(),
                List.of(beatsPerMinute));
    }

    /**
     * A track of one point a second.
     *
     * @param points latitude and longitude of each, {@code 52.5,13.4 -,13.4}; a dash is what it
     *     lacks
     */
    public static Track track(String points) {
        List<@Nullable Double> latitudes = new ArrayList<>();
        List<@Nullable Double> longitudes = new ArrayList<>();
        for (String point : points.isEmpty() ? List.<String>of() : List.of(points.split(" ", -1))) {
            String[] coordinates = point.split(",", -1);
            latitudes.add(degrees(coordinates[0]));
            longitudes.add(degrees(coordinates[1]));
        }
        Track track = new Track();
        track.setStartEpochMillis(START.toInstant().toEpochMilli());
        track.setOffsetMilliseconds(
                IntStream.range(0, latitudes.size()).mapToObj(point -> point * 1000).toList());
        track.setLatitudeDegrees(latitudes);
        track.setLongitudeDegrees(longitudes);
        return track;
    }

    private static @Nullable Double degrees(String text) {
        return text.equals("-") ? null : Double.valueOf(text);
    }
}
