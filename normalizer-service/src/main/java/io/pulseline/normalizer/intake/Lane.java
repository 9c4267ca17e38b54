package io.pulseline.normalizer.intake;

/**
 * The two ways that payloads take, with consumers and producers of their own, so that nobody's
 * history makes somebody's present wait.
 */
enum Lane {
    LIVE,
    BACKFILL
}
