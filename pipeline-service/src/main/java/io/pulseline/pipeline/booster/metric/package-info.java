/** Boosters for metrics: what a daily value means for its user; pure, as those for activities. */
@NullMarked
package io.pulseline.pipeline.booster.metric;

import org.jspecify.annotations.NullMarked;
