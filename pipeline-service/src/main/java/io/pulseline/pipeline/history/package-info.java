/** The Activity History: runs and their steps, read only. */
@NullMarked
package io.pulseline.pipeline.history;

import org.jspecify.annotations.NullMarked;
