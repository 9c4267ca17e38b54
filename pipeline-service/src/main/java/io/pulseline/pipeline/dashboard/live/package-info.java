/** Tells open pages that something of their user changed. */
@NullMarked
package io.pulseline.pipeline.dashboard.live;

import org.jspecify.annotations.NullMarked;
