/** A stand-in for the Fitbit Web API that knows no other module of Pulseline. */
@NullMarked
package io.pulseline.simulator;

import org.jspecify.annotations.NullMarked;
