package io.pulseline.pipeline.delivery;

import io.pulseline.pipeline.target.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivery stands.
 *
 * <pre>
 * Due ──leased──▶ Leased ──▶ Delivered | Refused | Exhausted
 *  ▲                │
 *  ├────later───────┘        Due, Leased ──newer revision──▶ Superseded
 *  │                           Due, Leased ──run cancelled──▶ Cancelled
 *  ├──on request── Refused | Exhausted
 *  └──sent through again, on request── Skipped
 * </pre>
 */
public sealed interface DeliveryState {
    /** Attempts begun so far, the running one included. */
    int attempts();

    /** Why it is not delivered; null if there is nothing to say. */
    @Nullable String reason();

    /** To be sent, not before {@code at}. */
    record Due(Instant at, int attempts, @Nullable String reason) implements DeliveryState {
        Leased leased(String owner, Instant until) {
            return new Leased(owner, until, attempts + 1);
        }
    }

    /** Being sent by {@code owner}; free for others after {@code until}. */
    record Leased(String owner, Instant until, int attempts) implements DeliveryState {
        @Override
        public @Nullable String reason() {
            return null;
        }

        /**
         * Where the attempt has led.
         *
         * @param uncounted attempts that take nothing from the schedule
         */
        DeliveryState after(
                DeliveryOutcome outcome, Instant now, RetrySchedule schedule, int uncounted) {
            return switch (outcome) {
                case DeliveryOutcome.Accepted(String remoteId, _) ->
                        new Delivered(now, attempts, remoteId);
                case DeliveryOutcome.Refused(String reason, _) -> new Refused(reason, attempts);
                case DeliveryOutcome.Disabled(String reason, _) -> new Refused(reason, attempts);
                case DeliveryOutcome.Postponed(String reason, Duration after, _) ->
                        new Due(now.plus(after), attempts, reason);
                case DeliveryOutcome.Paused(String reason, _) ->
                        new Due(now, attempts, "the target is paused: " + reason);
                case DeliveryOutcome.Later later -> {
                    Optional<Instant> next =
                            schedule.next(
                                    Math.max(1, attempts - uncounted), now, later.retryAfter());
                    yield next.<DeliveryState>map(at -> new Due(at, attempts, later.reason()))
                            .orElseGet(() -> new Exhausted(later.reason(), attempts));
                }
            };
        }
    }

    /**
     * The target has it.
     *
     * @param remoteId the id under which the target keeps it; null if it told none
     */
    record Delivered(Instant at, int attempts, @Nullable String remoteId) implements DeliveryState {
        /** To a target that told no id. */
        public Delivered(Instant at, int attempts) {
            this(at, attempts, null);
        }

        @Override
        public @Nullable String reason() {
            return null;
        }
    }

    /** The target will never take it. */
    record Refused(String reason, int attempts) implements DeliveryState {}

    /** Tried as often as the schedule allows. */
    record Exhausted(String reason, int attempts) implements DeliveryState {}

    /** A newer revision goes out instead. */
    record Superseded(int attempts) implements DeliveryState {
        @Override
        public String reason() {
            return "a newer revision goes out instead";
        }
    }

    /** Its run was cancelled before the target had it. */
    record Cancelled(int attempts) implements DeliveryState {
        @Override
        public String reason() {
            return "the run was cancelled";
        }
    }

    /** The target is spared: what it would be sent has come back from it. */
    record Skipped(String reason, int attempts) implements DeliveryState {}

    /**
     * What the ledger keeps of a state beside its word.
     *
     * @param dueAt kept also of what is not due any more
     */
    record Facts(
            Instant dueAt,
            int attempts,
            @Nullable String leaseOwner,
            @Nullable Instant leaseUntil,
            @Nullable String reason,
            @Nullable String remoteId,
            Instant changedAt) {}

    /**
     * The state that was stored as {@code word}.
     *
     * @throws IllegalStateException if there is no such state
     */
    static DeliveryState stored(UUID delivery, String word, Facts facts) {
        int attempts = facts.attempts();
        String why = Objects.requireNonNullElse(facts.reason(), "");
        return switch (word) {
            case "DUE" -> new Due(facts.dueAt(), attempts, facts.reason());
            case "LEASED" ->
                    new Leased(
                            Objects.requireNonNullElse(facts.leaseOwner(), ""),
                            Objects.requireNonNullElse(facts.leaseUntil(), Instant.EPOCH),
                            attempts);
            case "DELIVERED" -> new Delivered(facts.changedAt(), attempts, facts.remoteId());
            case "REFUSED" -> new Refused(why, attempts);
            case "EXHAUSTED" -> new Exhausted(why, attempts);
            case "SUPERSEDED" -> new Superseded(attempts);
            case "CANCELLED" -> new Cancelled(attempts);
            case "SKIPPED" -> new Skipped(why, attempts);
            default ->
                    throw new IllegalStateException(
                            "delivery " + delivery + " has the unknown state " + word);
        };
    }

    /** True if nothing will happen by itself any more. */
    default boolean isEnd() {
        return switch (this) {
            case Due _, Leased _ -> false;
            case Delivered _, Refused _, Exhausted _, Superseded _, Cancelled _, Skipped _ -> true;
        };
    }

    /** True if its content may still be sent, be it only on request. */
    default boolean mayBeSent() {
        return switch (this) {
            case Due _, Leased _, Refused _, Exhausted _ -> true;
            case Delivered _, Superseded _, Cancelled _, Skipped _ -> false;
        };
    }

    /** As runs show it, for example DUE or SENDING. */
    default String word() {
        return switch (this) {
            case Due _ -> "DUE";
            case Leased _ -> "SENDING";
            case Delivered _ -> "DELIVERED";
            case Refused _ -> "REFUSED";
            case Exhausted _ -> "EXHAUSTED";
            case Superseded _ -> "SUPERSEDED";
            case Cancelled _ -> "CANCELLED";
            case Skipped _ -> "SKIPPED";
        };
    }
}
