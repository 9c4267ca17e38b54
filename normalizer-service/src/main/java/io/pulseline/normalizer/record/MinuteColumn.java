package io.pulseline.normalizer.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one slot, minute by minute from its start. A minute that does not lie wholly inside the
 * coverage is not known yet and stays null, as does one without a row.
 */
public final class MinuteColumn {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final long startMillis;
    private final @Nullable Integer[] minutes;
    private final int wholeMinutes;
    private final Oddities oddities;

    public MinuteColumn(Slot slot, Oddities oddities) {
        this.startMillis = slot.start().toEpochMilli();
        this.minutes = new @Nullable Integer[minutesUntil(slot.end())];
        this.wholeMinutes = minutesUntil(slot.coveredUntil());
        this.oddities = oddities;
    }

    private int minutesUntil(Instant instant) {
        return (int) ((instant.toEpochMilli() - startMillis) / MINUTE);
    }

    /**
     * The count of the minute in which the instant lies. Two rows can only meet in one minute where
     * the clocks skipped an hour that the source shows all the same; both were taken, so both
     * count.
     */
    public void add(Instant at, int count) {
        int minute = minutesUntil(at);
        if (minute >= wholeMinutes) {
            return;
        }
        Integer before = minutes[minute];
        if (before != null) {
            oddities.met(Oddity.SAME_MINUTE_TWICE);
        }
        minutes[minute] = before == null ? count : Math.addExact(before, count);
    }

    /** One value for each minute of the slot. */
    public List<@Nullable Integer> build() {
        List<@Nullable Integer> column = new ArrayList<>(minutes.length);
        for (Integer count : minutes) {
            column.add(count);
        }
        return column;
    }
}
