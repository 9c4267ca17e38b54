package io.pulseline.pipeline.target.strava;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What users have allowed us at Strava, as the target needs it. All methods block. */
public interface StravaTokens {

    /** An access token that is good for some minutes at least, or why there is none. */
    Access current(UUID user);

    /**
     * Another one, after Strava refused this one; refreshed only if nobody has brought a newer one
     * since.
     */
    Access insteadOf(UUID user, Access.Usable refused);

    /** A token, or why there is none. */
    sealed interface Access {
        /**
         * A token.
         *
         * @param version counts the user's tokens
         */
        record Usable(String token, long version) implements Access {
            /** Never the token. */
            @Override
            public String toString() {
                return "Usable[version=" + version + "]";
            }
        }

        /** Not now: another process is just about to bring one. */
        record Soon(String reason, Duration after) implements Access {}

        /**
         * Not now: Strava gave none, and did not say that the consent has ended.
         *
         * @param after how long Strava asks us to wait; null if it does not say
         */
        record Later(String reason, @Nullable Duration after) implements Access {}

        /** Not before the user has given a consent, for the first time or again. */
        record None(String reason) implements Access {}
    }
}
