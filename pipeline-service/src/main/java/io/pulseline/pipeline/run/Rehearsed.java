package io.pulseline.pipeline.run;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would come of an activity in a pipeline.
 *
 * @param activity as targets would get it, series included
 * @param steps of the boosters that were asked, in the order of the pipeline
 * @param images that they made
 * @param waits of boosters that were asked as if they had waited in vain already
 * @param end how the way through the boosters ended
 * @param reason why it did not go on to the targets; null if it did
 * @param parcels what would go out, in the order of the pipeline's targets; empty if nothing would
 */
public record Rehearsed(
        Activity activity,
        List<Step> steps,
        List<Image> images,
        List<Wait> waits,
        End end,
        @Nullable String reason,
        List<Parcel> parcels) {
    public Rehearsed {
        steps = List.copyOf(steps);
        images = List.copyOf(images);
        waits = List.copyOf(waits);
        parcels = List.copyOf(parcels);
    }

    /** How the way through the boosters ends. */
    public enum End {
        /** To the targets. */
        GOES_ON,
        /** At a booster that waits however long it has waited. */
        WAITS,
        /** At a booster that halts it. */
        HALTED,
        /** At a required booster that failed. */
        FAILED
    }

    /** A picture. */
    public record Image(String booster, String name, String svg) {}

    /** What a booster would wait for, and until when before it is asked again. */
    public record Wait(String booster, Instant until, String reason) {}

    /**
     * What one target would be sent.
     *
     * @param target its kind
     * @param event in a word, as if the target heard of the activity for the first time
     * @param sparing why it would do without; null if it would not
     * @param content byte for byte; not copied, leave it alone
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Parcel(String target, String event, @Nullable String sparing, byte[] content) {}
}
