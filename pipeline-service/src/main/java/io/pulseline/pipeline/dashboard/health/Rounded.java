package io.pulseline.pipeline.dashboard.health;

import org.jspecify.annotations.Nullable;

/** Numbers as a drawing needs them: what nobody can see need not be sent. */
final class Rounded {
    private Rounded() {}

    static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }
}
