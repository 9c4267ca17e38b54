package io.pulseline.pipeline.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Values of plain rows of native statements, as we want them. */
public final class PlainValue {
    private PlainValue() {}

    /** A {@code timestamptz}, which comes with the offset of the database's session. */
    public static Instant instant(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }

    /** The same where there may be none. */
    public static @Nullable Instant instantOrNull(@Nullable Object value) {
        return value == null ? null : instant(value);
    }
}
