package io.pulseline.pipeline.erasure;

/** What became of a confirmation. */
enum ConfirmOutcome {
    /** It is under way; also if it was before. */
    RUNNING,
    /** The user has asked for no such erasure. */
    UNKNOWN,
    /** It was not confirmed in time. */
    EXPIRED,
    /** That is not the word. */
    OTHER_WORD
}
