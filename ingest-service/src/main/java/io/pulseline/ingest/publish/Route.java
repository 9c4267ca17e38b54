package io.pulseline.ingest.publish;

/** Where payloads go. */
public enum Route {
    /** {@code source.payloads.v1}: live and late data. */
    LIVE,
    /** {@code source.backfill.v1}: history, which never makes live data wait. */
    BACKFILL
}
