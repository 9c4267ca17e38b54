package io.pulseline.ingest.sync;

import java.time.Instant;

/**
 * Nothing is asked before then.
 *
 * @param reason for people: "Fitbit quota spent"
 */
record Postponement(Instant until, String reason) {}
