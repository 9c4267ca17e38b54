/** Tests of sharing. */
@NullMarked
package io.pulseline.pipeline.sharing;

import org.jspecify.annotations.NullMarked;
