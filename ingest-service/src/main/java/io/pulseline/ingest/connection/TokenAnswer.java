package io.pulseline.ingest.connection;

import java.time.Instant;
import java.util.Optional;

/** How a request for tokens ended. */
public sealed interface TokenAnswer {
    record Granted(TokenPair tokens) implements TokenAnswer {}

    /** The code or refresh token is not valid (any more): only a new consent helps. */
    record InvalidGrant() implements TokenAnswer {}

    /**
     * The tokens are valid, but the account behind them cannot be read as it is.
     *
     * @param reason for people, with the way out
     */
    record Unusable(String reason) implements TokenAnswer {}

    /** The provider is gone for good. */
    record Gone(String reason) implements TokenAnswer {}

    /**
     * No decision: busy, rate limited, failing, not reachable. The refresh token may or may not be
     * used up.
     *
     * @param until when the provider wants to be asked again, if it said so
     */
    record Undecided(String reason, Optional<Instant> until) implements TokenAnswer {}
}
