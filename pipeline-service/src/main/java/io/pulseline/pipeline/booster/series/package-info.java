/**
 * The series of an activity made ready for counting: one way of telling distance, moving time,
 * altitude and heart rate, which all boosters share.
 */
@NullMarked
package io.pulseline.pipeline.booster.series;

import org.jspecify.annotations.NullMarked;
