/** What boosters may know of a user besides the activity at hand, as values. */
@NullMarked
package io.pulseline.pipeline.booster.past;

import org.jspecify.annotations.NullMarked;
