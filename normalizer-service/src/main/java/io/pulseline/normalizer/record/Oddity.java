package io.pulseline.normalizer.record;

/** Something strange in a payload that was left out or settled by a rule, and is counted. */
public enum Oddity {
    /** A heart rate below 1 or above 300 beats per minute; left out. */
    HEART_RATE_OUT_OF_RANGE,
    /** A heart-rate sample before the start or after the end of its activity; left out. */
    HEART_RATE_OUTSIDE_ACTIVITY,
    /** A second sample of the same instant; the first is kept. */
    SAME_TIME_TWICE,
    /** A second count of the same minute; the two are added. */
    SAME_MINUTE_TWICE,
    /** Several devices tell of the same time; the one on the wrist is taken. */
    SOURCES_OVERLAP,
    /** Steps told of more than one minute together; those minutes are not known. */
    STEPS_OVER_MINUTES,
    /** An oxygen saturation that is not above 0 and at most 100 percent; left out. */
    SATURATION_OUT_OF_RANGE,
    /** An oxygen saturation that stands for a sensor without contact to the skin; left out. */
    SATURATION_WITHOUT_CONTACT,
    /** A sleep that still goes on, or that the source is still working on; it gives no record. */
    SLEEP_UNFINISHED,
    /** Segments of a sleep whose lengths do not add up to its duration; kept as they are. */
    SLEEP_NOT_FILLED,
    /** Sums of several sleeps of a date, of which none is known to be the night's; left out. */
    NIGHT_UNKNOWN,
    /** A row without a readable time or value; left out. */
    ROW_UNREADABLE,
    /** A local time that the clocks showed twice that day; settled by the order of the rows. */
    TIME_AMBIGUOUS,
    /** A local time that the clocks skipped that day; read with the offset before the skip. */
    TIME_SKIPPED_BY_CLOCKS,
    /**
     * A time zone name that this Java does not know; a time's own offset is used, if it has one.
     */
    ZONE_UNKNOWN,
    /** A coordinate outside the globe, or only one of the two; both left out. */
    POSITION_IMPLAUSIBLE,
    /** A cumulative distance below an earlier one; that point's distance is left out. */
    DISTANCE_FELL_BACK
}
