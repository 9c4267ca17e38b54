package io.pulseline.pipeline.booster.past;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** UTC offsets as records carry them. */
public final class LocalOffset {
    private static final int LARGEST_SECONDS = ZoneOffset.MAX.getTotalSeconds();

    private LocalOffset() {}

    /**
     * UTC where it is not known, and where it is none that a clock may have (18 hours at most): any
     * producer may have written it.
     */
    public static ZoneOffset of(@Nullable Integer seconds) {
        return seconds == null || Math.abs((long) seconds) > LARGEST_SECONDS
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(seconds);
    }
}
