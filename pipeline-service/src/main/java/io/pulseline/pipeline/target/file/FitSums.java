package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what an activity sums up to: its laps, its time in heart-rate zones, its session. */
final class FitSums {
    private static final long SESSION_EVENT = 8;
    private static final long LAP_EVENT = 9;
    private static final long LAP_MANUAL = 0;
    private static final long LAP_SESSION_END = 7;
    private static final long SESSION_ENDED = 0;

    private static final double CENTIMETRES = 100;
    private static final int LONGEST_TITLE_BYTES = 128;

    /** Of 128 parts of a cycle. */
    private static final long HALF = 64;

    private final FitEncoder encoder;
    private final Activity activity;
    private final Timeline timeline;
    private final Totals totals;
    private final FitSport sport;

    FitSums(FitEncoder encoder, Activity activity, Timeline timeline, Totals totals) {
        this.encoder = encoder;
        this.activity = activity;
        this.timeline = timeline;
        this.totals = totals;
        this.sport = FitSport.of(activity.getActivityType());
    }

    /** Without pauses; the whole time where the record does not tell of any. */
    static @Nullable Long timerMilliseconds(Activity activity) {
        Long elapsed = activity.getElapsedMilliseconds();
        return elapsed == null
                ? activity.getActiveMilliseconds()
                : Long.valueOf(elapsed - Pause.totalMilliseconds(activity));
    }

    void write() {
        List<Lap> laps = laps();
        if (laps.isEmpty()) {
            // A file needs one: then it is the whole activity.
            encoder.write(wholeLap());
        }
        for (int index = 0; index < laps.size(); index++) {
            encoder.write(lap(index, laps.get(index)));
        }
        writeZones();
        encoder.write(session(Math.max(1, laps.size())));
    }

    private List<Lap> laps() {
        List<Lap> laps = activity.getLaps();
        return laps == null
                ? List.of()
                : laps.stream().filter(lap -> FitTime.canTell(lap.getStartEpochMillis())).toList();
    }

    private FitData wholeLap() {
        return part(FitKind.LAP, LAP_EVENT, 0, timeline.start(), timeline.closing())
                .with(7, FitBase.UINT32, activity.getElapsedMilliseconds())
                .with(8, FitBase.UINT32, timerMilliseconds(activity))
                .with(9, FitBase.UINT32, FitUnits.scaled(activity.getDistanceMetres(), CENTIMETRES))
                .with(11, FitBase.UINT16, FitUnits.scaled(totals.energyKilocalories(), 1))
                .with(15, FitBase.UINT8, FitUnits.scaled(totals.averageBeatsPerMinute(), 1))
                .with(16, FitBase.UINT8, highestBeatsPerMinute())
                .with(21, FitBase.UINT16, FitUnits.scaled(totals.ascentMetres(), 1))
                .with(22, FitBase.UINT16, FitUnits.scaled(totals.descentMetres(), 1))
                .with(24, FitBase.ENUM, LAP_SESSION_END);
    }

    private FitData lap(int index, Lap lap) {
        long start = lap.getStartEpochMillis();
        Long duration = lap.getDurationMilliseconds();
        long end = duration == null || duration < 0 ? start : start + duration;
        return part(FitKind.LAP, LAP_EVENT, index, start, end)
                .with(7, FitBase.UINT32, duration)
                .with(8, FitBase.UINT32, duration == null ? null : timer(start, duration))
                .with(9, FitBase.UINT32, FitUnits.scaled(lap.getDistanceMetres(), CENTIMETRES))
                .with(11, FitBase.UINT16, FitUnits.scaled(lap.getEnergyKilocalories(), 1))
                .with(24, FitBase.ENUM, LAP_MANUAL);
    }

    /** Null where it paused and nobody knows in which lap. */
    private @Nullable Long timer(long start, long duration) {
        boolean isKnown = !timeline.pauses().isEmpty() || Pause.totalMilliseconds(activity) == 0;
        return isKnown
                ? Long.valueOf(duration - timeline.pausedMilliseconds(start, start + duration))
                : null;
    }

    private FitData session(int laps) {
        return part(FitKind.SESSION, SESSION_EVENT, 0, timeline.start(), timeline.closing())
                .with(5, FitBase.ENUM, sport.sport())
                .with(6, FitBase.ENUM, sport.subSport())
                .with(7, FitBase.UINT32, activity.getElapsedMilliseconds())
                .with(8, FitBase.UINT32, timerMilliseconds(activity))
                .with(9, FitBase.UINT32, FitUnits.scaled(activity.getDistanceMetres(), CENTIMETRES))
                .with(10, FitBase.UINT32, strides())
                .with(94, FitBase.UINT8, hasOddSteps() ? HALF : null)
                .with(11, FitBase.UINT16, FitUnits.scaled(totals.energyKilocalories(), 1))
                .with(16, FitBase.UINT8, FitUnits.scaled(totals.averageBeatsPerMinute(), 1))
                .with(17, FitBase.UINT8, highestBeatsPerMinute())
                .with(22, FitBase.UINT16, FitUnits.scaled(totals.ascentMetres(), 1))
                .with(23, FitBase.UINT16, FitUnits.scaled(totals.descentMetres(), 1))
                .with(25, FitBase.UINT16, 0L)
                .with(26, FitBase.UINT16, (long) laps)
                .with(28, FitBase.ENUM, SESSION_ENDED)
                .withText(110, activity.getTitle(), LONGEST_TITLE_BYTES);
    }

    private static FitData part(int kind, long event, long index, long start, long end) {
        return FitData.of(kind)
                .with(254, FitBase.UINT16, index)
                .with(FitData.TIMESTAMP, FitBase.UINT32, FitTime.seconds(end))
                .with(0, FitBase.ENUM, event)
                .with(1, FitBase.ENUM, FitKind.STOP)
                .with(2, FitBase.UINT32, FitTime.seconds(start));
    }

    private @Nullable Long highestBeatsPerMinute() {
        Integer highest = totals.highestBeatsPerMinute();
        return highest == null ? null : highest.longValue();
    }

    /** Two steps each; FIT counts them of runs and walks only. */
    private @Nullable Long strides() {
        Integer steps = activity.getSteps();
        return steps == null || steps <= 0 || !sport.isOnFoot() ? null : Long.valueOf(steps / 2);
    }

    private boolean hasOddSteps() {
        Integer steps = activity.getSteps();
        return strides() != null && steps != null && steps % 2 == 1;
    }

    private void writeZones() {
        ZoneTimes zones = ZoneTimes.of(activity.getHeartRateZones());
        if (zones != null) {
            encoder.write(
                    FitKind.at(FitKind.TIME_IN_ZONE, timeline.closing())
                            .with(0, FitBase.UINT16, (long) FitKind.SESSION)
                            .with(1, FitBase.UINT16, 0L)
                            .withList(2, FitBase.UINT32, zones.milliseconds())
                            .withList(6, FitBase.UINT8, zones.highestBeatsPerMinute()));
        }
    }
}
