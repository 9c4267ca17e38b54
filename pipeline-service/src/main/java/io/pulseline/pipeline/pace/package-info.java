/** Loops that work at their own pace: woken at once, polling as a fallback. */
@NullMarked
package io.pulseline.pipeline.pace;

import org.jspecify.annotations.NullMarked;
