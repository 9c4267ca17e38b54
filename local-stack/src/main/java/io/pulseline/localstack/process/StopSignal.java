package io.pulseline.localstack.process;

/** What asks a process to end. */
public enum StopSignal {
    /** JVMs: run the shutdown hooks. */
    TERM,
    /** PostgreSQL: TERM would wait for every client to leave, INT ends their sessions. */
    INT
}
