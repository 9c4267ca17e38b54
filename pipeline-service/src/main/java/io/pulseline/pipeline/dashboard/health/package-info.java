/** Daily metrics over time: what is there, what is usual, and where nothing is. */
@NullMarked
package io.pulseline.pipeline.dashboard.health;

import org.jspecify.annotations.NullMarked;
