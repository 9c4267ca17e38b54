package io.pulseline.simulator.strava;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An upload and how far it has come: in process, an activity, or an error.
 *
 * @param polls how often it was asked for while in process
 * @param activityId null unless it became an activity
 * @param error null unless it came to nothing
 */
public record StravaUpload(
        long id,
        Athlete athlete,
        Sent sent,
        Instant receivedAt,
        int polls,
        @Nullable Long activityId,
        @Nullable String error) {

    /**
     * What came with it.
     *
     * @param externalId null if the application gave none
     * @param name null for the one Strava gives
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(
            byte[] file,
            String fileName,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String description,
            boolean trainer,
            boolean commute) {}

    /** Whether it is neither an activity nor an error yet. */
    public boolean isInProcess() {
        return activityId == null && error == null;
    }

    /** As the application gave it; null if it gave none. */
    public @Nullable String externalId() {
        return sent.externalId();
    }

    StravaUpload polled() {
        return new StravaUpload(id, athlete, sent, receivedAt, polls + 1, activityId, error);
    }

    StravaUpload became(long activity) {
        return new StravaUpload(id, athlete, sent, receivedAt, polls, activity, null);
    }

    StravaUpload failed(String why) {
        return new StravaUpload(id, athlete, sent, receivedAt, polls, null, why);
    }

    String status() {
        if (isInProcess()) {
            return "Your activity is still being processed.";
        }
        return error == null
                ? "Your activity is ready."
                : "There was an error processing your activity.";
    }
}
