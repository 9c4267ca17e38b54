package io.pulseline.ingest.connection;

import java.time.Instant;

/** Whether a connection can be used to ask its provider. */
sealed interface AccessAnswer {
    /**
     * A token that is good for some minutes.
     *
     * @param version of the token pair; names it when the provider refuses it
     * @param refused fresh tokens before it that the provider refused, one after the other
     */
    record Usable(String accessToken, long version, int refused) implements AccessAnswer {
        /** Never the token. */
        @Override
        public String toString() {
            return "Usable[version=" + version + "]";
        }
    }

    /** Not now. */
    record Later(Instant when, String reason) implements AccessAnswer {}

    /** Not before the user has consented again; the connection says so. */
    record Ended(String reason) implements AccessAnswer {}
}
