package io.pulseline.pipeline.export;

/** How far an export is. */
enum ExportState {
    /** Being made, or waiting for that. */
    RUNNING,
    /** The file may be fetched. */
    READY,
    /** There is no file; the reason says why. */
    FAILED
}
