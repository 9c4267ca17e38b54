/** TCX, the Training Center XML of Garmin, in which every provider exports a workout's track. */
@NullMarked
package io.pulseline.normalizer.tcx;

import org.jspecify.annotations.NullMarked;
