package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.Boost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An activity as a FIT file of type activity: who made it, the timer with its pauses, a record for
 * each moment in which something was measured, laps, time in heart-rate zones, one session. Numbers
 * of messages and fields after Garmin's public FIT profile.
 *
 * <p>What the activity does not know stands nowhere in the file; what a field cannot hold is left
 * out. Sums are those of the record; where it has none, those that a booster has counted. The same
 * activity gives the same bytes.
 */
public final class ActivityFit {
    private static final long TYPE_ACTIVITY = 4;
    private static final long MAKER_DEVELOPMENT = 255;
    private static final long PRODUCT = 1;
    private static final long CREATOR = 0;
    private static final long MANUAL = 0;
    private static final long ACTIVITY_EVENT = 26;
    private static final int LONGEST_DEVICE_BYTES = 64;

    private ActivityFit() {}

    /** Why there can be no FIT file of that activity; empty if there can. */
    public static Optional<String> obstacle(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        if (activity.getDeleted()) {
            return Optional.of("the activity is deleted");
        }
        if (start == null) {
            return Optional.of("nobody knows when the activity began");
        }
        if (elapsed != null && !FitBase.UINT32.holds(elapsed)) {
            return Optional.of("FIT cannot tell how long the activity lasts: up to 49 days");
        }
        if (!FitTime.canTell(start) || !FitTime.canTell(start + (elapsed == null ? 0 : elapsed))) {
            return Optional.of("FIT cannot tell when the activity was: from 1998-07-03 on");
        }
        return Optional.empty();
    }

    /**
     * The file.
     *
     * @param boosts of the activity: those that count what the record lacks are looked at
     * @throws IllegalArgumentException if there is an {@linkplain #obstacle obstacle}
     */
    public static byte[] write(Activity activity, List<Boost> boosts) {
        Long start = activity.getStartEpochMillis();
        Optional<String> obstacle = obstacle(activity);
        if (start == null || obstacle.isPresent()) {
            throw new IllegalArgumentException("no FIT file: " + obstacle.orElse("no start"));
        }
        Timeline timeline = Timeline.of(activity, start, FitTime::canTell);
        FitEncoder encoder = new FitEncoder();
        encoder.write(maker(activity, start));
        String device = activity.getProvenance().getDeviceName();
        if (device != null && !device.isBlank()) {
            encoder.write(device(device, timeline.opening()));
        }
        new FitRecords(encoder, timeline).write();
        Totals totals = Totals.of(activity, boosts, timeline.moments());
        new FitSums(encoder, activity, timeline, totals).write();
        encoder.write(end(activity, timeline.closing()));
        return encoder.file();
    }

    /** It does not change with a revision: places know a file again by it. */
    private static FitData maker(Activity activity, long start) {
        return FitData.of(FitKind.FILE_ID)
                .with(0, FitBase.ENUM, TYPE_ACTIVITY)
                .with(1, FitBase.UINT16, MAKER_DEVELOPMENT)
                .with(2, FitBase.UINT16, PRODUCT)
                .with(3, FitBase.UINT32Z, serial(activity.getRecordId()))
                .with(4, FitBase.UINT32, FitTime.seconds(start));
    }

    private static long serial(String recordId) {
        CRC32 sum = new CRC32();
        sum.update(recordId.getBytes(StandardCharsets.UTF_8));
        return Math.max(1, sum.getValue());
    }

    private static FitData device(String name, long opening) {
        return FitKind.at(FitKind.DEVICE_INFO, opening)
                .with(0, FitBase.UINT8, CREATOR)
                .withText(27, name, LONGEST_DEVICE_BYTES);
    }

    private static FitData end(Activity activity, long closing) {
        return FitKind.at(FitKind.ACTIVITY, closing)
                .with(0, FitBase.UINT32, FitSums.timerMilliseconds(activity))
                .with(1, FitBase.UINT16, 1L)
                .with(2, FitBase.ENUM, MANUAL)
                .with(3, FitBase.ENUM, ACTIVITY_EVENT)
                .with(4, FitBase.ENUM, FitKind.STOP)
                .with(5, FitBase.UINT32, localSeconds(activity, closing));
    }

    /** What the clocks on the wall showed, by the offset at the start. */
    private static @Nullable Long localSeconds(Activity activity, long closing) {
        Integer offset = activity.getStartOffsetSeconds();
        return offset == null ? null : Long.valueOf(FitTime.seconds(closing) + offset);
    }
}
