package io.pulseline.simulator.truth;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A tracker on a wrist.
 *
 * @param id ten digits
 * @param mac twelve hex digits without colons
 * @param batteryPercent 0 to 100
 */
public record Device(String id, String name, String mac, int batteryPercent) {

    private static final String WITH_ALTIMETER = "Sense 2";

    /** Whether it counts floors. */
    public boolean hasAltimeter() {
        return name.equals(WITH_ALTIMETER);
    }

    /** The same with an altimeter. */
    Device climbing() {
        return new Device(id, WITH_ALTIMETER, mac, batteryPercent);
    }

    static Device seeded(long seed) {
        SplittableRandom random = Seeds.random(seed, 2);
        return new Device(
                Long.toString(random.nextLong(2_000_000_000L, 2_999_999_999L)),
                "Charge 6",
                String.format(Locale.ROOT, "%012X", random.nextLong(1L << 48)),
                random.nextInt(35, 100));
    }
}
