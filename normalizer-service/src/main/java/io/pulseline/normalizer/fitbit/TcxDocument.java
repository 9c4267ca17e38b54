package io.pulseline.normalizer.fitbit;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TCX says, laps and points in the order of the document.
 *
 * @param creatorName the recording device's or app's name, if any
 */
record TcxDocument(@Nullable String creatorName, List<TcxLap> laps, List<TcxPoint> points) {
    /** A document that says nothing: no answer, or an empty one. */
    static final TcxDocument EMPTY = new TcxDocument(null, List.of(), List.of());

    TcxDocument {
        laps = List.copyOf(laps);
        points = List.copyOf(points);
    }

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
}
