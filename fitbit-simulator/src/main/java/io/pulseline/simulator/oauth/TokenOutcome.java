package io.pulseline.simulator.oauth;

/** How an exchange or refresh ended. */
sealed interface TokenOutcome {
    record Issued(TokenPair pair) implements TokenOutcome {}

    /** Invalid, used, expired or not matching; the message is Fitbit's. */
    record Invalid(String message) implements TokenOutcome {}

    record Conflict() implements TokenOutcome {}
}
