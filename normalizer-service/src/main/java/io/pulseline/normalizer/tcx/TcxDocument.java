package io.pulseline.normalizer.tcx;

import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Track;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.TrackColumns;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TCX says, laps and points in the order of the document.
 *
 * @param creatorName the recording device's or app's name, if any
 */
public record TcxDocument(@Nullable String creatorName, List<TcxLap> laps, List<TcxPoint> points) {
    /** A document that says nothing: no answer, or an empty one. */
    public static final TcxDocument EMPTY = new TcxDocument(null, List.of(), List.of());

    public TcxDocument {
        laps = List.copyOf(laps);
        points = List.copyOf(points);
    }

    /** Lengths are in seconds and metres. */
    record TcxLap(
            OffsetDateTime start,
            @Nullable Double seconds,
            @Nullable Double metres,
            @Nullable Double kilocalories) {}

    /** Distance counts from the start of the activity. */
    record TcxPoint(
            OffsetDateTime time,
            @Nullable Double latitudeDegrees,
            @Nullable Double longitudeDegrees,
            @Nullable Double altitudeMetres,
            @Nullable Double distanceMetres,
            @Nullable Double beatsPerMinute) {}

    /** The points' own heart rate, into the columns. */
    public void addHeartRate(HeartRateColumns columns) {
        for (TcxPoint point : points) {
            if (point.beatsPerMinute() != null) {
                columns.add(point.time().toInstant(), point.beatsPerMinute());
            }
        }
    }

    /** Where the points lie; null if none says anything of it. */
    public @Nullable Track track(Oddities oddities) {
        TrackColumns columns = new TrackColumns(oddities);
        for (TcxPoint point : points) {
            columns.add(
                    point.time().toInstant(),
                    point.latitudeDegrees(),
                    point.longitudeDegrees(),
                    point.altitudeMetres(),
                    point.distanceMetres());
        }
        return columns.build();
    }

    /** The laps as a record has them; null if there are none. */
    public @Nullable List<Lap> recordedLaps() {
        List<Lap> recorded = new ArrayList<>();
        for (TcxLap lap : laps) {
            Double seconds = lap.seconds();
            recorded.add(
                    new Lap(
                            lap.start().toInstant().toEpochMilli(),
                            seconds == null ? null : Math.round(seconds * 1000),
                            lap.metres(),
                            lap.kilocalories()));
        }
        return recorded.isEmpty() ? null : recorded;
    }
}
