package io.pulseline.ingest.backfill;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long the reading of the history of some users takes. */
@Schema(description = "How long the reading of history takes, and what bounds it.")
record BackfillEstimate(
        String provider,
        int users,
        @Schema(description = "Local dates of each user, of every kind of data.") int days,
        @Schema(description = "Requests for one user.") int requestsPerUser,
        @Schema(description = "The same by kind of data; user: what is asked once for each user.")
                Map<String, Integer> requestsByKind,
        @Schema(description = "How long one user takes: users do not wait for each other here.")
                Bound userQuota,
        @Schema(
                        description =
                                "How long all users take under what the provider counts for all"
                                        + " together; null if it counts each user's only.")
                @Nullable Bound projectQuota,
        @Schema(description = "How long all users take with the replicas there are.")
                Bound replicas,
        @Schema(
                        description = "The longest of these bounds; null: it never ends.",
                        examples = "3600")
                @Nullable Long seconds,
        @Schema(
                        description = "Which bound it is.",
                        enumeration = {USER_QUOTA, PROJECT_QUOTA, REPLICAS})
                String boundBy,
        @Schema(description = "What this takes for granted, in words.") List<String> assumptions) {
    static final String USER_QUOTA = "USER_QUOTA";
    static final String PROJECT_QUOTA = "PROJECT_QUOTA";
    static final String REPLICAS = "REPLICAS";

    /**
     * One of the things that bound it.
     *
     * @param requestsPerHour that history may make
     * @param seconds null if it may make none
     */
    @Schema(name = "BackfillBound", description = "One thing that bounds it.")
    record Bound(
            @Schema(description = "Requests an hour that history may make.") int requestsPerHour,
            @Schema(description = "Null if it may make none.") @Nullable Long seconds) {
        private static final long HOUR_SECONDS = 3600;

        static Bound of(long requests, int requestsPerHour) {
            return new Bound(
                    requestsPerHour,
                    requestsPerHour < 1
                            ? null
                            : Math.ceilDiv(requests * HOUR_SECONDS, requestsPerHour));
        }

        boolean isLongerThan(Bound other) {
            if (other.seconds == null) {
                return false;
            }
            return seconds == null || seconds > other.seconds;
        }
    }
}
