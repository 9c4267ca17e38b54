/** Tests of erasing. */
@NullMarked
package io.pulseline.pipeline.erasure;

import org.jspecify.annotations.NullMarked;
