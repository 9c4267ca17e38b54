/** What heart rate says of an activity: time in zones, load, energy. */
@NullMarked
package io.pulseline.pipeline.booster.heart;

import org.jspecify.annotations.NullMarked;
