package io.pulseline.ingest.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds beside the state.
 *
 * @param type open set, see {@code ConnectionChanged.avsc}
 * @param since when this reason began to hold
 * @param reason one word for machines
 * @param message a sentence for people
 * @param until when it ends by itself; null: when somebody clears it
 */
public record Condition(
        String type, Instant since, String reason, String message, @Nullable Instant until) {
    /** The user or the provider does not let us read something; stays until the next consent. */
    public static final String MISSING_SCOPES = "MISSING_SCOPES";

    /** Nothing is asked before a time. */
    public static final String RATE_LIMITED = "RATE_LIMITED";

    /** We have not been able to read for long. */
    public static final String STALE = "STALE";

    /** We read, but the user's newest tracker has not synced for long. */
    public static final String DEVICE_SILENT = "DEVICE_SILENT";

    /** The provider does not notify us of everything it could. */
    public static final String NO_SUBSCRIPTION = "NO_SUBSCRIPTION";

    /** History is being read. */
    public static final String BACKFILLING = "BACKFILLING";

    /** The provider has a successor, and the user was asked to connect that. */
    public static final String MOVE_TO_GOOGLE_HEALTH = "MOVE_TO_GOOGLE_HEALTH";

    /** Holds until it is cleared. */
    public Condition(String type, Instant since, String reason, String message) {
        this(type, since, reason, message, null);
    }

    /** Whether its time has passed. */
    public boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    /**
     * What holds once {@code next} of the same type is reported: the same reason has held all the
     * while. Refusals add up, because each names another thing that may not be read.
     */
    Condition followedBy(Condition next) {
        if (type.equals(MISSING_SCOPES)) {
            return message.contains(next.message)
                    ? this
                    : new Condition(type, since, reason, message + " " + next.message, until);
        }
        return reason.equals(next.reason)
                ? new Condition(type, since, reason, next.message, next.until)
                : next;
    }
}
