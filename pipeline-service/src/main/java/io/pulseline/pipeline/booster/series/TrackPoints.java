package io.pulseline.pipeline.booster.series;

import io.pulseline.contracts.health.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a track in order of time, one for each instant, as plain columns: boosters go over
 * many thousands of them. NaN is what a point lacks; it never leaves this room.
 */
final class TrackPoints {
    private final long startEpochMillis;
    private final double[] seconds;
    private final double[] latitudeDegrees;
    private final double[] longitudeDegrees;
    private final double[] altitudeMetres;
    private final double[] distanceMetres;

    private TrackPoints(Track track, int[] order) {
        this.startEpochMillis = track.getStartEpochMillis();
        this.seconds = seconds(track.getOffsetMilliseconds(), order);
        this.latitudeDegrees = column(track.getLatitudeDegrees(), order);
        this.longitudeDegrees = column(track.getLongitudeDegrees(), order);
        this.altitudeMetres = column(track.getAltitudeMetres(), order);
        this.distanceMetres = column(track.getDistanceMetres(), order);
    }

    /** Columns shorter than that of the offsets lack what is not there. */
    static TrackPoints of(Track track) {
        List<Integer> offsets = track.getOffsetMilliseconds();
        return new TrackPoints(track, TimeOrder.of(offsets, offsets.size()));
    }

    long startEpochMillis() {
        return startEpochMillis;
    }

    int size() {
        return seconds.length;
    }

    /** Since the start of the track, growing. */
    double seconds(int point) {
        return seconds[point];
    }

    double latitudeDegrees(int point) {
        return latitudeDegrees[point];
    }

    double longitudeDegrees(int point) {
        return longitudeDegrees[point];
    }

    boolean hasPosition(int point) {
        return Math.abs(latitudeDegrees[point]) <= 90 && Math.abs(longitudeDegrees[point]) <= 180;
    }

    double altitudeMetres(int point) {
        return altitudeMetres[point];
    }

    boolean hasAltitude(int point) {
        return !Double.isNaN(altitudeMetres[point]);
    }

    double distanceMetres(int point) {
        return distanceMetres[point];
    }

    boolean hasDistance(int point) {
        return !Double.isNaN(distanceMetres[point]);
    }

    private static double[] seconds(List<Integer> offsets, int[] order) {
        double[] seconds = new double[order.length];
        for (int point = 0; point < order.length; point++) {
            seconds[point] = offsets.get(order[point]) / 1000.0;
        }
        return seconds;
    }

    private static double[] column(List<? extends @Nullable Double> values, int[] order) {
        double[] column = new double[order.length];
        for (int point = 0; point < order.length; point++) {
            Double value = order[point] < values.size() ? values.get(order[point]) : null;
            column[point] = value != null && Double.isFinite(value) ? value : Double.NaN;
        }
        return column;
    }
}
