package io.pulseline.simulator.truth;

import java.time.Instant;

/**
 * One fix on the way.
 *
 * @param position with the noise of a receiver
 * @param distanceMetres run since the start, never falling
 */
public record TrackPoint(
        Instant at, Position position, double altitudeMetres, double distanceMetres) {}
