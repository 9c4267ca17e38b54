/** Intervals.icu as a target sees it: activities and wellness of athletes who have an API key. */
@NullMarked
package io.pulseline.simulator.intervals;

import org.jspecify.annotations.NullMarked;
