/** Shows what a pipeline would make of an activity, before it is saved. */
@NullMarked
package io.pulseline.pipeline.preview;

import org.jspecify.annotations.NullMarked;
