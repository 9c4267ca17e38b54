package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.booster.past.LocalOffset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** By whose clocks a record tells its time. */
final class Zones {
    private Zones() {}

    /** The zone of a record, so that clocks change where they did; else its offset. */
    static ZoneId of(@Nullable String zone, @Nullable Integer offsetSeconds) {
        if (zone == null) {
            return LocalOffset.of(offsetSeconds);
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            // Any producer may have written it.
            return LocalOffset.of(offsetSeconds);
        }
    }

    /** The reader's where its clocks showed the same at that time, because it has a name. */
    static ZoneId of(ZoneId reader, long epochMillis, @Nullable Integer offsetSeconds) {
        if (offsetSeconds == null) {
            return reader;
        }
        ZoneId offset = LocalOffset.of(offsetSeconds);
        Instant at = Instant.ofEpochMilli(epochMillis);
        return reader.getRules().getOffset(at).equals(offset) ? reader : offset;
    }
}
