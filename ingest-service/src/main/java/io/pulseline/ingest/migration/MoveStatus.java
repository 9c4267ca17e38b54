package io.pulseline.ingest.migration;

/** Where a user stands between the two providers. */
enum MoveStatus {
    /** Only Fitbit is, or was last, connected. */
    FITBIT_ONLY,
    /** Came from Fitbit and has connected Google Health. */
    MOVED,
    /** Has never had Fitbit. */
    GOOGLE_ONLY
}
