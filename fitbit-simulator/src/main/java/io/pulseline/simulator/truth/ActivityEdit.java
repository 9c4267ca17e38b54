package io.pulseline.simulator.truth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A change a person makes to an activity afterwards; null leaves a thing as it is.
 *
 * @param elapsed the new wall time; the track and heart rate stay as recorded
 */
public record ActivityEdit(
        @Nullable String name,
        @Nullable Integer typeId,
        @Nullable Integer steps,
        @Nullable Integer energyKilocalories,
        @Nullable Double distanceMetres,
        @Nullable Duration elapsed) {}
