/**
 * What really happened in the simulated world: people, workouts, heartbeats, ways. No word of
 * Fitbit's.
 */
@NullMarked
package io.pulseline.simulator.truth;

import org.jspecify.annotations.NullMarked;
