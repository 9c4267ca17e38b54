package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import org.jspecify.annotations.Nullable;

/** In what a value is shown, and how exactly. */
enum Unit {
    BEATS(false),
    MILLISECONDS(true),
    BREATHS(true),
    PERCENT(true),
    STEPS(false),
    MINUTES(false);

    private static final long MILLIS_PER_MINUTE = 60_000;

    private final boolean tenths;

    Unit(boolean tenths) {
        this.tenths = tenths;
    }

    String symbol() {
        return Texts.say("health_unit_" + name());
    }

    /** With its unit; minutes as hours and minutes; a dash for null. */
    String text(Reader reader, @Nullable Double value) {
        if (this == MINUTES) {
            return reader.duration(value == null ? null : Math.round(value) * MILLIS_PER_MINUTE);
        }
        return tenths ? reader.tenths(value, symbol()) : reader.whole(value, symbol());
    }
}
