/** Fitbit's documents and calls, answered from the truth. */
@NullMarked
package io.pulseline.simulator.fitbit;

import org.jspecify.annotations.NullMarked;
