package io.pulseline.simulator.truth;

/** Odd shapes an activity can be shown in. What is missing is missing from the answer only. */
public enum Quirk {
    /** No log at all: recorded by another device, while the tracker only felt the heart. */
    WITHOUT_LOG,
    /** No distance, unit, speed and pace. */
    WITHOUT_DISTANCE,
    /** No source. */
    WITHOUT_SOURCE,
    /** No steps. */
    WITHOUT_STEPS,
    /** The tracker read no heart rate at all: no mean, zones, link, samples. */
    WITHOUT_HEART_RATE,
    /** Heart-rate zones that do not say how many minutes. */
    WITHOUT_ZONE_MINUTES,
    /** No weighted minutes. */
    WITHOUT_ACTIVE_ZONE_MINUTES,
    /** No link to the track. */
    WITHOUT_TCX_LINK,
    /** No link to the heart rate, though there is one. */
    WITHOUT_HEART_RATE_LINK,
    /** No link to the calories. */
    WITHOUT_CALORIES_LINK,
    /** No name, only the type's number. */
    WITHOUT_NAME,
    /** No elevation gain. */
    WITHOUT_ELEVATION,
    /** Recognised by the tracker itself: no distance, steps, source, and never a position. */
    AUTO_DETECTED,
    /** Typed in by hand: no heart rate, no track. */
    MANUAL,
    /** Recorded by the phone: fractions of a second in its times, no heart rate in the track. */
    PHONE_RECORDED,
    /** Says it has no positions though it has. */
    GPS_DENIED,
    /** A track without any lap. */
    TCX_WITHOUT_LAP,
    /** A track in which every third point has no position. */
    TCX_POINTS_WITHOUT_POSITION,
    /** A track in which every fourth point has no heart rate. */
    TCX_POINTS_WITHOUT_HEART_RATE,
    /** A track whose distance falls back to zero in the middle. */
    TCX_DISTANCE_RESET,
    /** A track that is not well-formed XML. */
    TCX_BROKEN,
    /** No heart rate for a fifth of the time, in the middle. */
    HEART_RATE_GAP,
    /** No heart rate in the last quarter, ever. */
    HEART_RATE_ENDS_EARLY
}
