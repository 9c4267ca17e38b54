/** Tests of the target intervals.icu. */
@NullMarked
package io.pulseline.pipeline.target.intervals;

import org.jspecify.annotations.NullMarked;
