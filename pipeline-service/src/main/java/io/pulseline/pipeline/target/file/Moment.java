package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at one moment; what was not is null.
 *
 * @param beatsPerMinute 1 to 254
 * @param latitudeDegrees -90 to 90; null exactly where the longitude is
 * @param longitudeDegrees -180 to 180
 * @param distanceMetres since the start of the activity
 */
record Moment(
        long epochMillis,
        @Nullable Integer beatsPerMinute,
        @Nullable Double latitudeDegrees,
        @Nullable Double longitudeDegrees,
        @Nullable Double altitudeMetres,
        @Nullable Double distanceMetres) {
    private static final int HIGHEST_BEATS_PER_MINUTE = 254;

    /**
     * The heart rate and the track of an activity on one clock, in order of time. A sample and a
     * point of the same second are one moment, the earlier of the two; no value is guessed for a
     * moment that has none.
     */
    static List<Moment> of(Activity activity) {
        List<Moment> beats = beats(activity.getHeartRate());
        List<Moment> points = points(activity.getTrack());
        List<Moment> merged = new ArrayList<>(beats.size() + points.size());
        int beat = 0;
        int point = 0;
        while (beat < beats.size() && point < points.size()) {
            long order = Long.compare(beats.get(beat).second(), points.get(point).second());
            if (order < 0) {
                merged.add(beats.get(beat++));
            } else if (order > 0) {
                merged.add(points.get(point++));
            } else {
                merged.add(points.get(point++).with(beats.get(beat++)));
            }
        }
        merged.addAll(beats.subList(beat, beats.size()));
        merged.addAll(points.subList(point, points.size()));
        return merged;
    }

    boolean hasPosition() {
        return latitudeDegrees != null;
    }

    private long second() {
        return Math.floorDiv(epochMillis, 1000L);
    }

    private Moment with(Moment beat) {
        return new Moment(
                Math.min(epochMillis, beat.epochMillis),
                beat.beatsPerMinute,
                latitudeDegrees,
                longitudeDegrees,
                altitudeMetres,
                distanceMetres);
    }

    private static List<Moment> beats(@Nullable HeartRateSamples samples) {
        List<Moment> beats = new ArrayList<>();
        if (samples != null) {
            List<Integer> offsets = samples.getOffsetMilliseconds();
            int size = Math.min(offsets.size(), samples.getBeatsPerMinute().size());
            for (int at = 0; at < size; at++) {
                int beatsPerMinute = samples.getBeatsPerMinute().get(at);
                if (beatsPerMinute > 0 && beatsPerMinute <= HIGHEST_BEATS_PER_MINUTE) {
                    beats.add(
                            new Moment(
                                    samples.getStartEpochMillis() + offsets.get(at),
                                    beatsPerMinute,
                                    null,
                                    null,
                                    null,
                                    null));
                }
            }
        }
        beats.sort(Comparator.comparingLong(Moment::epochMillis));
        return beats;
    }

    private static List<Moment> points(@Nullable Track track) {
        List<Moment> points = new ArrayList<>();
        if (track != null) {
            for (int at = 0; at < track.getOffsetMilliseconds().size(); at++) {
                points.add(point(track, at));
            }
        }
        points.sort(Comparator.comparingLong(Moment::epochMillis));
        return points;
    }

    private static Moment point(Track track, int at) {
        Double latitude = value(track.getLatitudeDegrees(), at, 90);
        Double longitude = value(track.getLongitudeDegrees(), at, 180);
        boolean isPlaced = latitude != null && longitude != null;
        return new Moment(
                track.getStartEpochMillis() + track.getOffsetMilliseconds().get(at),
                null,
                isPlaced ? latitude : null,
                isPlaced ? longitude : null,
                value(track.getAltitudeMetres(), at, Double.MAX_VALUE),
                value(track.getDistanceMetres(), at, Double.MAX_VALUE));
    }

    private static @Nullable Double value(List<Double> column, int at, double most) {
        Double value = at < column.size() ? column.get(at) : null;
        return value != null && Math.abs(value) <= most ? value : null;
    }
}
