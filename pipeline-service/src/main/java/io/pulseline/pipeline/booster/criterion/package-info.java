/** Questions about activities: what boosters ask that let some of them pass. */
@NullMarked
package io.pulseline.pipeline.booster.criterion;

import org.jspecify.annotations.NullMarked;
