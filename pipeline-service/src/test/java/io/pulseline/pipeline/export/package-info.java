/** Tests of exports. */
@NullMarked
package io.pulseline.pipeline.export;

import org.jspecify.annotations.NullMarked;
