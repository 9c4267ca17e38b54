package io.pulseline.pipeline.run;

/** What became of a request concerning a run. */
public sealed interface RunVerdict {
    /** It is done or under way; also if it was before. */
    record Taken() implements RunVerdict {}

    /** It cannot be done as things stand; nothing has changed. */
    record Impossible(String reason) implements RunVerdict {}

    /** There is no such thing, or it is somebody else's. */
    record Unknown(String what) implements RunVerdict {}
}
