/**
 * A strict reader of FIT files. It shares no line and no fact with the code of Pulseline that
 * writes them: it is there to check it. Of Garmin's public FIT protocol and profile.
 */
@NullMarked
package io.pulseline.simulator.fit;

import org.jspecify.annotations.NullMarked;
