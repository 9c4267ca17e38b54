package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import java.time.Duration;
import java.time.Instant;

/** Whether an activity's times can be true. */
public final class PlausibleTimes {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** A clock on a wrist may be wrong, or ahead by a zone. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration LONGEST = Duration.ofDays(20);

    private PlausibleTimes() {}

    /**
     * Passes what can be true.
     *
     * @throws RefusedFileException naming what cannot
     */
    public static void check(Activity activity, Instant now) {
        Long startMillis = activity.getStartEpochMillis();
        if (startMillis == null) {
            throw RefusedFileException.unfit("Nothing in the file says when the activity began.");
        }
        Instant start = Instant.ofEpochMilli(startMillis);
        if (start.isBefore(EARLIEST)) {
            throw RefusedFileException.unfit(
                    "The activity begins before the year 2000; the device's clock was not set.");
        }
        Long elapsed = activity.getElapsedMilliseconds();
        Duration length = Duration.ofMillis(elapsed == null ? 0 : elapsed);
        if (length.isNegative()) {
            throw RefusedFileException.unfit("The activity ends before it begins.");
        }
        if (length.compareTo(LONGEST) > 0) {
            throw RefusedFileException.unfit(
                    "The activity lasts longer than " + LONGEST.toDays() + " days.");
        }
        if (start.plus(length).isAfter(now.plus(AHEAD))) {
            throw RefusedFileException.unfit("The activity lies in the future.");
        }
    }
}
