package io.pulseline.pipeline.target.file;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what was measured, between the events of the timer. */
final class FitRecords {
    private static final long TIMER = 0;
    private static final long START = 0;
    private static final long STOP_ALL = 4;
    private static final double CENTIMETRES = 100;

    private final FitEncoder encoder;
    private final Timeline timeline;
    private final boolean hasPosition;
    private final boolean hasAltitude;
    private final boolean hasHeartRate;
    private final boolean hasDistance;

    FitRecords(FitEncoder encoder, Timeline timeline) {
        this.encoder = encoder;
        this.timeline = timeline;
        this.hasPosition = any(Moment::latitudeDegrees);
        this.hasAltitude = any(Moment::altitudeMetres);
        this.hasHeartRate = any(Moment::beatsPerMinute);
        this.hasDistance = any(Moment::distanceMetres);
    }

    private boolean any(Function<Moment, @Nullable Object> value) {
        return timeline.moments().stream().anyMatch(moment -> value.apply(moment) != null);
    }

    /** The timer starts before what is measured in the same second, and stops after it. */
    void write() {
        writeTimer(timeline.opening(), START);
        List<Pause> pauses = timeline.pauses();
        int next = 0;
        boolean stands = false;
        for (Moment moment : timeline.moments()) {
            while (next < pauses.size() && isOver(pauses.get(next), stands, moment)) {
                Pause pause = pauses.get(next);
                writeTimer(
                        stands ? pause.toEpochMillis() : pause.fromEpochMillis(),
                        stands ? START : STOP_ALL);
                next += stands ? 1 : 0;
                stands = !stands;
            }
            writeRecord(moment);
        }
        writeTimer(timeline.closing(), STOP_ALL);
    }

    /** Whether the timer was switched before that moment. */
    private static boolean isOver(Pause pause, boolean stands, Moment moment) {
        long now = FitTime.seconds(moment.epochMillis());
        return stands
                ? FitTime.seconds(pause.toEpochMillis()) <= now
                : FitTime.seconds(pause.fromEpochMillis()) < now;
    }

    private void writeTimer(long epochMillis, long what) {
        encoder.write(
                FitKind.at(FitKind.EVENT, epochMillis)
                        .with(0, FitBase.ENUM, TIMER)
                        .with(1, FitBase.ENUM, what));
    }

    private void writeRecord(Moment moment) {
        FitData data = FitKind.at(FitKind.RECORD, moment.epochMillis());
        if (hasPosition) {
            Long latitude = FitUnits.semicircles(moment.latitudeDegrees());
            Long longitude = FitUnits.semicircles(moment.longitudeDegrees());
            data =
                    data.withColumn(0, FitBase.SINT32, latitude)
                            .withColumn(1, FitBase.SINT32, longitude);
        }
        if (hasAltitude) {
            data = data.withColumn(2, FitBase.UINT16, FitUnits.altitude(moment.altitudeMetres()));
        }
        if (hasHeartRate) {
            Integer beats = moment.beatsPerMinute();
            data = data.withColumn(3, FitBase.UINT8, beats == null ? null : beats.longValue());
        }
        if (hasDistance) {
            Long centimetres = FitUnits.scaled(moment.distanceMetres(), CENTIMETRES);
            data = data.withColumn(5, FitBase.UINT32, centimetres);
        }
        encoder.write(data);
    }
}
