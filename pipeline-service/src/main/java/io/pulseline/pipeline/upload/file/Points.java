package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The points of a file, in any order, given as columns in order of time.
 *
 * <p>Values that cannot be (a position off the globe, an altitude on no mountain, a heart rate
 * outside 1 to 300) are null or left out. Nothing is filled in: a gap stays a gap.
 */
final class Points {
    /** More than a day of one point each second; more is no workout, and would fill the heap. */
    static final int MOST = 100_000;

    private static final double HIGHEST_LATITUDE = 90;
    private static final double HIGHEST_LONGITUDE = 180;
    private static final double LOWEST_ALTITUDE_METRES = -500;
    private static final double HIGHEST_ALTITUDE_METRES = 20_000;
    private static final double HIGHEST_BEATS_PER_MINUTE = 300;

    private final List<Point> points = new ArrayList<>();
    private boolean sorted = true;

    /**
     * What was measured at one moment; each value may be null.
     *
     * @param distanceMetres since the start of the activity
     */
    record Point(
            Instant at,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            @Nullable Double altitudeMetres,
            @Nullable Double distanceMetres,
            @Nullable Double beatsPerMinute) {
        /** Without what cannot be. */
        Point plausible() {
            boolean onGlobe =
                    isWithin(latitudeDegrees, -HIGHEST_LATITUDE, HIGHEST_LATITUDE)
                            && isWithin(longitudeDegrees, -HIGHEST_LONGITUDE, HIGHEST_LONGITUDE);
            return new Point(
                    at,
                    onGlobe ? latitudeDegrees : null,
                    onGlobe ? longitudeDegrees : null,
                    isWithin(altitudeMetres, LOWEST_ALTITUDE_METRES, HIGHEST_ALTITUDE_METRES)
                            ? altitudeMetres
                            : null,
                    isWithin(distanceMetres, 0, Double.MAX_VALUE) ? distanceMetres : null,
                    isWithin(beatsPerMinute, 1, HIGHEST_BEATS_PER_MINUTE) ? beatsPerMinute : null);
        }

        boolean isPlaced() {
            return latitudeDegrees != null || altitudeMetres != null || distanceMetres != null;
        }

        boolean isMeasured() {
            return isPlaced() || beatsPerMinute != null;
        }

        private static boolean isWithin(@Nullable Double value, double least, double most) {
            return value != null && value >= least && value <= most;
        }
    }

    /**
     * One more point.
     *
     * @throws RefusedFileException if there are too many
     */
    void add(Point point) {
        if (points.size() == MOST) {
            throw RefusedFileException.tooLarge(
                    "The file has more than " + MOST + " points; no workout has as many.");
        }
        points.add(point.plausible());
        sorted = false;
    }

    /** The earliest moment; empty if there is no point. */
    Optional<Instant> first() {
        return inOrder().stream().findFirst().map(Point::at);
    }

    /** The latest moment; empty if there is no point. */
    Optional<Instant> last() {
        return points.isEmpty() ? Optional.empty() : Optional.of(inOrder().getLast().at());
    }

    /** Those of a part of the file, both ends included. */
    Points between(Instant from, Instant to) {
        Points part = new Points();
        for (Point point : inOrder()) {
            if (!point.at().isBefore(from) && !point.at().isAfter(to)) {
                part.points.add(point);
            }
        }
        return part;
    }

    /** The same with distances counted from {@code metres} on. */
    Points countedFrom(double metres) {
        Points counted = new Points();
        for (Point point : inOrder()) {
            Double distance = point.distanceMetres();
            counted.points.add(
                    new Point(
                            point.at(),
                            point.latitudeDegrees(),
                            point.longitudeDegrees(),
                            point.altitudeMetres(),
                            distance == null ? null : distance - metres,
                            point.beatsPerMinute()));
        }
        return counted;
    }

    /** The first distance that a point gives; empty if none gives one. */
    Optional<Double> firstDistanceMetres() {
        return inOrder().stream()
                .map(Point::distanceMetres)
                .flatMap(metres -> Optional.ofNullable(metres).stream())
                .findFirst();
    }

    /** The highest distance that a point gives, 0 if none gives one. */
    double highestDistanceMetres() {
        double highest = 0;
        for (Point point : points) {
            Double metres = point.distanceMetres();
            highest = metres == null ? highest : Math.max(highest, metres);
        }
        return highest;
    }

    /** Whether any point tells of something that only a sensor knows. */
    boolean areMeasured() {
        return points.stream().anyMatch(Point::isMeasured);
    }

    /** Where they lie; null if none says anything of it. */
    @Nullable Track track() {
        if (points.stream().noneMatch(Point::isPlaced)) {
            return null;
        }
        long start = inOrder().getFirst().at().toEpochMilli();
        List<Integer> offsets = new ArrayList<>(points.size());
        List<@Nullable Double> latitudes = new ArrayList<>(points.size());
        List<@Nullable Double> longitudes = new ArrayList<>(points.size());
        List<@Nullable Double> altitudes = new ArrayList<>(points.size());
        List<@Nullable Double> distances = new ArrayList<>(points.size());
        DistanceColumn distance = new DistanceColumn();
        for (Point point : inOrder()) {
            offsets.add(offset(start, point));
            latitudes.add(point.latitudeDegrees());
            longitudes.add(point.longitudeDegrees());
            altitudes.add(point.altitudeMetres());
            distances.add(distance.next(point.distanceMetres()));
        }
        return new Track(start, offsets, latitudes, longitudes, altitudes, distances);
    }

    /** Their heart rate, of one moment the first; null if none has any. */
    @Nullable HeartRateSamples heartRate() {
        List<Point> beating =
                inOrder().stream().filter(point -> point.beatsPerMinute() != null).toList();
        if (beating.isEmpty()) {
            return null;
        }
        long start = beating.getFirst().at().toEpochMilli();
        List<Integer> offsets = new ArrayList<>(beating.size());
        List<Integer> values = new ArrayList<>(beating.size());
        for (Point point : beating) {
            int offset = offset(start, point);
            Double beats = point.beatsPerMinute();
            if (beats != null && (offsets.isEmpty() || offset > offsets.getLast())) {
                offsets.add(offset);
                values.add((int) Math.round(beats));
            }
        }
        return new HeartRateSamples(start, offsets, values);
    }

    private List<Point> inOrder() {
        if (!sorted) {
            points.sort(Comparator.comparing(Point::at));
            sorted = true;
        }
        return points;
    }

    private static int offset(long start, Point point) {
        long offset = point.at().toEpochMilli() - start;
        if (offset > Integer.MAX_VALUE) {
            throw RefusedFileException.unfit("Its points reach over more than 24 days.");
        }
        return (int) offset;
    }
}
