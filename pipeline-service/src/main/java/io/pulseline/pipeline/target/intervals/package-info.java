/** The target intervals.icu: activities as FIT files, and metrics of days. */
@NullMarked
package io.pulseline.pipeline.target.intervals;

import org.jspecify.annotations.NullMarked;
