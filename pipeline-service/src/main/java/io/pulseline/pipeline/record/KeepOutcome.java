package io.pulseline.pipeline.record;

/** What became of a record that arrived. */
public enum KeepOutcome {
    /** New, or it says something else than before. */
    CHANGED,
    /** A higher revision that says the same: kept, but nothing follows from it. */
    SAME_CONTENT,
    /** Not higher than what is there: dropped. */
    NOT_NEWER,
    /** The id is taken by a record of somebody else: dropped. */
    FOREIGN,
    /** Captured before everything about its user was erased: dropped. */
    ERASED
}
