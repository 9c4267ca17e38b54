package io.pulseline.ingest.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A connection as the API shows it. */
@Schema(name = "Connection", description = "One user's consent at one provider.")
record ShownConnection(
        UUID connectionId,
        @Schema(description = "Open set: FITBIT.") String provider,
        @Schema(description = "The provider's id of the user.") String providerUserId,
        @Schema(description = "Open set: CONNECTED, NEEDS_REAUTHORIZATION, REVOKED, DISCONNECTED.")
                String state,
        @Schema(description = "For people: why, and what to do; null when all is well.")
                @Nullable String reason,
        @Schema(description = "What the user allowed, in the provider's words.")
                List<String> grantedScopes,
        List<ShownCondition> conditions,
        @Schema(description = "When the user last consented.") Instant connectedAt,
        @Schema(description = "When state, reason, scopes or conditions last changed.")
                Instant changedAt,
        @Schema(description = "The user's present time zone, IANA name; null if not known.")
                @Nullable String zone,
        List<ShownDevice> devices,
        @Schema(description = "How far each kind of data is read.") List<ShownKind> kinds,
        @Schema(description = "Requests left of the quota as it is now; null if not known.")
                @Nullable Integer requestsLeft,
        @Schema(description = "The newest reading of history; null if there was none.")
                @Nullable BackfillState backfill,
        @Schema(description = "The local dates that may be read.") ShownWindow studyWindow) {

    @Schema(name = "Condition", description = "Something that holds beside the state.")
    record ShownCondition(
            @Schema(
                            description =
                                    "Open set: MISSING_SCOPES, RATE_LIMITED, STALE, DEVICE_SILENT,"
                                            + " NO_SUBSCRIPTION, BACKFILLING,"
                                            + " MOVE_TO_GOOGLE_HEALTH.")
                    String type,
            @Schema(description = "When this reason began to hold.") Instant since,
            @Schema(description = "One word for machines.") String reason,
            @Schema(description = "A sentence for people.") String message,
            @Schema(description = "When it ends by itself; null: when its cause is gone.")
                    @Nullable Instant until) {
        static ShownCondition of(Condition condition) {
            return new ShownCondition(
                    condition.type(),
                    condition.since(),
                    condition.reason(),
                    condition.message(),
                    condition.until());
        }
    }

    @Schema(name = "Device", description = "A device the user has paired with the provider.")
    record ShownDevice(
            String deviceId,
            @Nullable String model,
            @Schema(description = "Open set: TRACKER, SCALE.") @Nullable String deviceType,
            @Nullable Integer batteryPercent,
            @Schema(description = "When it last brought data; null if never or not known.")
                    @Nullable Instant lastSync,
            @Schema(
                            description =
                                    "Which of heart-rate, heart-rate-variability, steps,"
                                            + " respiratory-rate, oxygen-saturation and sleep the"
                                            + " model measures; null if the model is not known.")
                    @Nullable List<String> measures) {}

    @Schema(name = "Kind", description = "How far one kind of data is read.")
    record ShownKind(
            String kind,
            @Schema(description = "When the provider last gave what was asked; null if never.")
                    @Nullable Instant lastSuccess,
            @Schema(description = "When it is looked at next; null: rests.")
                    @Nullable Instant nextDue,
            @Schema(description = "Every local date before is read.") LocalDate watermark,
            @Schema(description = "Nothing is asked before; null: at any time.")
                    @Nullable Instant postponedUntil,
            @Schema(description = "Why it is postponed, for people.")
                    @Nullable String postponedReason) {
        static ShownKind of(KindState state) {
            return new ShownKind(
                    state.kind(),
                    state.lastSuccess(),
                    state.nextDue(),
                    state.watermark(),
                    state.postponedUntil(),
                    state.postponedReason());
        }
    }

    @Schema(name = "StudyWindow", description = "Local dates; both ends belong to it.")
    record ShownWindow(
            @Schema(description = "Null: no beginning.") @Nullable LocalDate first,
            @Schema(description = "Null: no end.") @Nullable LocalDate last) {
        static ShownWindow of(StudyWindow window) {
            return new ShownWindow(window.first(), window.last());
        }
    }
}
