/** The way into the dashboard and out of it. */
@NullMarked
package io.pulseline.pipeline.dashboard.entry;

import org.jspecify.annotations.NullMarked;
