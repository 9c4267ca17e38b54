package io.pulseline.ingest.connection;

import java.time.Instant;

/**
 * Something that holds beside the state.
 *
 * @param type open set, see {@code ConnectionChanged.avsc}
 * @param reason one word for machines
 * @param message a sentence for people
 */
public record Condition(String type, Instant since, String reason, String message) {
    public static final String MISSING_SCOPES = "MISSING_SCOPES";
    public static final String RATE_LIMITED = "RATE_LIMITED";
    public static final String NO_SUBSCRIPTION = "NO_SUBSCRIPTION";
}
