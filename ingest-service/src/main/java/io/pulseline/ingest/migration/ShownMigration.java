package io.pulseline.ingest.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One user's way from Fitbit to Google Health, as the API shows it. */
@Schema(name = "Migration", description = "One user's way from Fitbit to Google Health.")
record ShownMigration(
        UUID userId,
        MoveStatus status,
        @Schema(description = "Null: never connected.") @Nullable ShownConsent fitbit,
        @Schema(description = "Null: not connected yet.") @Nullable ShownConsent googleHealth,
        @Schema(description = "When a link was last made for the user; null if never.")
                @Nullable Instant remindedAt,
        @Schema(description = "Until when a link can be used; null if there is none.")
                @Nullable Instant linkExpiresAt) {

    @Schema(name = "MigrationConnection", description = "A connection, in short.")
    record ShownConsent(
            UUID connectionId,
            @Schema(
                            description =
                                    "Open set: CONNECTED, NEEDS_REAUTHORIZATION, REVOKED, DISCONNECTED.")
                    String state,
            @Schema(description = "For people: why; null when all is well.")
                    @Nullable String reason,
            @Schema(description = "Since when it is in this state.") Instant since) {}

    @Schema(name = "MigrationPage", description = "Some users, and how many there are.")
    record Page(
            @Schema(description = "Of all users, by status.") Map<MoveStatus, Long> counts,
            @Schema(description = "By user id.") List<ShownMigration> users,
            @Schema(description = "To be sent as `after` for the next page; null on the last one.")
                    @Nullable UUID next) {
        /**
         * A page of what was found.
         *
         * @param found one more than fit where there is a next page
         */
        static Page of(Map<MoveStatus, Long> counts, List<ShownMigration> found, int limit) {
            List<ShownMigration> users = found.subList(0, Math.min(limit, found.size()));
            return new Page(counts, users, found.size() > limit ? users.getLast().userId() : null);
        }
    }

    @Schema(name = "Reminder", description = "A link that was made for one user.")
    record Reminder(
            UUID userId,
            @Schema(description = "Single use, without a login; it is not shown again.")
                    String link,
            @Schema(description = "Until when it can be used.") Instant expiresAt,
            Instant remindedAt) {
        /** Never the link. */
        @Override
        public String toString() {
            return "Reminder[userId=" + userId + ", expiresAt=" + expiresAt + "]";
        }
    }
}
