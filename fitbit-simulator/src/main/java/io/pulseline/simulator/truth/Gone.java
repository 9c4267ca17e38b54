package io.pulseline.simulator.truth;

import java.time.Instant;

/** A log that was there for hours and is no more. */
public record Gone(boolean isSleep, long logId, Instant at) {}
