package io.pulseline.pipeline.absence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why something is not there.
 *
 * @param sentence for people: what is so
 * @param wayOut for people: what they can do, or that nothing can be done
 * @param connection it is about; null where there is none
 */
public record Absence(Cause cause, String sentence, String wayOut, @Nullable UUID connection) {
    /** The one that holds; an earlier one is the more certain. */
    public enum Cause {
        /** There is no connection by which it could have been read. */
        NOT_CONNECTED,
        /** The provider no longer takes our permission. */
        TOKEN,
        /** The user did not allow us to read it. */
        SCOPE_NOT_GRANTED,
        /** The provider answers no more questions for now. */
        QUOTA,
        /** The device has not given it to the provider, or the provider was not asked since. */
        NOT_SYNCED,
        /** The device cannot measure it. */
        MODEL_WITHOUT_SENSOR,
        /** The device has its positions from a phone, which was not there. */
        CONNECTED_GPS_WITHOUT_PHONE,
        /** The night was too short for it. */
        SHORT_SLEEP,
        /** There are no samples: worn loosely or not at all. */
        NOT_WORN
    }
}
