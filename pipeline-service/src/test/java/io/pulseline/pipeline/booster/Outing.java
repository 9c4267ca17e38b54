package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An activity for tests, told as it went: straight to the north, a point with position and distance
 * every second, unless something else is said before.
 */
public final class Outing {
    public static final long START = 1_790_000_000_000L;
    public static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;
    private static final double LATITUDE = 47;
    private static final double LONGITUDE = 9;

    private final Activity activity = new Activity();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<@Nullable Double> latitudes = new ArrayList<>();
    private final List<@Nullable Double> longitudes = new ArrayList<>();
    private final List<@Nullable Double> altitudes = new ArrayList<>();
    private final List<@Nullable Double> distances = new ArrayList<>();
    private int step = 1;
    private int second;
    private double metres;
    private double grade;
    private double altitude = 400;
    private boolean hasPositions = true;
    private boolean hasDistances = true;
    private boolean hasAltitudes;

    public Outing(String activityType) {
        activity.setActivityType(activityType);
        activity.setStartEpochMillis(START);
    }

    /** From now on a point every so many seconds. */
    public Outing every(int seconds) {
        step = seconds;
        return this;
    }

    /** With altitudes, from now on rising by so much with every metre. */
    public Outing grade(double metresPerMetre) {
        grade = metresPerMetre;
        hasAltitudes = true;
        return this;
    }

    public Outing withoutPositions() {
        hasPositions = false;
        return this;
    }

    public Outing withoutDistances() {
        hasDistances = false;
        return this;
    }

    public Outing goes(int seconds, double metresPerSecond) {
        if (offsets.isEmpty()) {
            point(0);
        }
        for (int gone = 0; gone < seconds; gone += step) {
            second += step;
            metres += step * metresPerSecond;
            altitude += step * metresPerSecond * grade;
            point(0);
        }
        return this;
    }

    public Outing stands(int seconds) {
        return goes(seconds, 0);
    }

    /** No points meanwhile. */
    public Outing pauses(int seconds) {
        second += seconds;
        return this;
    }

    /** One more point, so far to the east of where it should be. */
    public Outing strays(double metresEast) {
        second += step;
        point(metresEast);
        return this;
    }

    /** Is counted so much farther, in no time. */
    public Outing leaps(double metresFarther) {
        metres += metresFarther;
        return this;
    }

    /** A heart rate for each second so far, one sample every so many seconds. */
    public Outing heart(int everySeconds, IntUnaryOperator beatsPerMinute) {
        List<Integer> at =
                IntStream.rangeClosed(0, second)
                        .filter(s -> s % everySeconds == 0)
                        .boxed()
                        .toList();
        activity.setHeartRate(
                new HeartRateSamples(
                        START,
                        at.stream().map(s -> s * 1000).toList(),
                        at.stream().map(s -> beatsPerMinute.applyAsInt(s)).toList()));
        return this;
    }

    /** All that was told, with duration and distance as the source would give them. */
    public Activity activity() {
        activity.setElapsedMilliseconds(second * 1000L);
        activity.setDistanceMetres(metres);
        activity.setTrack(
                new Track(
                        START,
                        offsets,
                        told(hasPositions, latitudes),
                        told(hasPositions, longitudes),
                        told(hasAltitudes, altitudes),
                        told(hasDistances, distances)));
        return activity;
    }

    /** The same points, last first. */
    public static Activity backwards(Activity activity) {
        Track track = activity.getTrack();
        activity.setTrack(
                new Track(
                        track.getStartEpochMillis(),
                        track.getOffsetMilliseconds().reversed(),
                        track.getLatitudeDegrees().reversed(),
                        track.getLongitudeDegrees().reversed(),
                        track.getAltitudeMetres().reversed(),
                        track.getDistanceMetres().reversed()));
        return activity;
    }

    /** The same points, each twice. */
    public static Activity doubled(Activity activity) {
        Track track = activity.getTrack();
        activity.setTrack(
                new Track(
                        track.getStartEpochMillis(),
                        twice(track.getOffsetMilliseconds()),
                        twice(track.getLatitudeDegrees()),
                        twice(track.getLongitudeDegrees()),
                        twice(track.getAltitudeMetres()),
                        twice(track.getDistanceMetres())));
        return activity;
    }

    private static <T> List<T> twice(List<T> column) {
        List<T> twice = new ArrayList<>();
        for (T value : column) {
            twice.add(value);
            twice.add(value);
        }
        return twice;
    }

    private List<@Nullable Double> told(boolean has, List<@Nullable Double> column) {
        if (has) {
            return column;
        }
        return Collections.nCopies(offsets.size(), null);
    }

    private void point(double metresEast) {
        offsets.add(second * 1000);
        latitudes.add(LATITUDE + metres / METRES_PER_DEGREE);
        longitudes.add(
                LONGITUDE + metresEast / METRES_PER_DEGREE / Math.cos(Math.toRadians(LATITUDE)));
        altitudes.add(altitude);
        distances.add(metres);
    }
}
