/** A play of many activities, the oracle that foresees it, and who plays and who watches it. */
@NullMarked
package io.pulseline.pipeline.play;

import org.jspecify.annotations.NullMarked;
