package io.pulseline.pipeline.erasure;

/** How far a person's erasure is. */
enum ErasureState {
    /** Nothing was asked for, or it was not confirmed in time. */
    NONE,
    /** Asked for once; nothing happens until it is confirmed. */
    ASKED,
    /** Confirmed and being done. */
    RUNNING,
    /** Nothing is left in this service's database, and everybody was told. */
    ERASED_HERE,
    /** What topics keep for a time is gone as well. */
    DONE
}
