package io.pulseline.pipeline.setting;

/** What an activity must have for a part of a pipeline to be of use; without it, it is passed. */
public enum Need {
    /** When it began. */
    START,
    DURATION,
    DISTANCE,
    /** Samples, or whatever figures of it the source gives. */
    HEART_RATE,
    /** Points with time and place. */
    TRACK,
    /** Heights in the track, or the gain that the source gives. */
    ALTITUDE
}
