package io.pulseline.pipeline.pipeline;

/** What a pipeline says to a record that might start it. */
public enum StartAnswer {
    STARTED,
    DISABLED,
    OTHER_RECORD,
    /** It ended before the pipeline was created. */
    EARLIER,
    OTHER_PROVIDER,
    OTHER_ACTIVITY_TYPE,
    OTHER_RECORDING_METHOD
}
