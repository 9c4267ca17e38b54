package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the points of one activity, in any order, and gives them as columns in order of time.
 *
 * <p>What a point lacks is null. A track in which no point has a position is kept for its altitude
 * or distance (an indoor run); points that have none of the three at all make no track.
 */
public final class TrackColumns {
    // The Dead Sea shore lies at -430 m, airliners fly at 12 km.
    private static final double LOWEST_ALTITUDE_METRES = -500;
    private static final double HIGHEST_ALTITUDE_METRES = 20_000;

    private final Oddities oddities;
    private final List<Point> points = new ArrayList<>();

    public TrackColumns(Oddities oddities) {
        this.oddities = oddities;
    }

    /** One point; each value may be null. Degrees are WGS 84, distance counts from the start. */
    public void add(
            Instant at,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            @Nullable Double altitudeMetres,
            @Nullable Double distanceMetres) {
        boolean onGlobe = isWithin(latitudeDegrees, 90) && isWithin(longitudeDegrees, 180);
        if (!onGlobe && (latitudeDegrees != null || longitudeDegrees != null)) {
            oddities.met(Oddity.POSITION_IMPLAUSIBLE);
        }
        points.add(
                new Point(
                        at.toEpochMilli(),
                        onGlobe ? latitudeDegrees : null,
                        onGlobe ? longitudeDegrees : null,
                        plausibleAltitude(altitudeMetres),
                        distanceMetres));
    }

    /** The columns; null if no point says anything. */
    public @Nullable Track build() {
        List<Point> inOrder = new ArrayList<>(points);
        inOrder.sort(Comparator.comparingLong(Point::millis));
        if (inOrder.stream().allMatch(Point::isBare)) {
            return null;
        }
        long start = inOrder.getFirst().millis();
        List<Integer> offsets = new ArrayList<>(inOrder.size());
        List<@Nullable Double> latitudes = new ArrayList<>(inOrder.size());
        List<@Nullable Double> longitudes = new ArrayList<>(inOrder.size());
        List<@Nullable Double> altitudes = new ArrayList<>(inOrder.size());
        List<@Nullable Double> distances = new ArrayList<>(inOrder.size());
        DistanceColumn distance = new DistanceColumn(oddities);
        for (Point point : inOrder) {
            offsets.add(Columns.offset(start, point.millis(), "track"));
            latitudes.add(point.latitude());
            longitudes.add(point.longitude());
            altitudes.add(point.altitude());
            distances.add(distance.next(point.distance()));
        }
        return new Track(start, offsets, latitudes, longitudes, altitudes, distances);
    }

    private static boolean isWithin(@Nullable Double degrees, double limit) {
        return degrees != null && Math.abs(degrees) <= limit;
    }

    private static @Nullable Double plausibleAltitude(@Nullable Double metres) {
        return metres != null
                        && metres >= LOWEST_ALTITUDE_METRES
                        && metres <= HIGHEST_ALTITUDE_METRES
                ? metres
                : null;
    }

    private record Point(
            long millis,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double altitude,
            @Nullable Double distance) {
        boolean isBare() {
            return latitude == null && altitude == null && distance == null;
        }
    }
}
