package io.pulseline.pipeline.target.openmhealth;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The unit in which distances are written. */
final class Kilometres {
    private Kilometres() {}

    /** Exact in decimals: 5123.4 m are 5.1234 km. */
    static @Nullable Double of(@Nullable Double metres) {
        return metres == null ? null : BigDecimal.valueOf(metres).movePointLeft(3).doubleValue();
    }
}
