/** Boosters: each adds something to an activity; all pure, knowing neither database nor target. */
@NullMarked
package io.pulseline.pipeline.booster;

import org.jspecify.annotations.NullMarked;
