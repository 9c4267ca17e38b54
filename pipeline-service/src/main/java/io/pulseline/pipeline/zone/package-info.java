/** Where users are. */
@NullMarked
package io.pulseline.pipeline.zone;

import org.jspecify.annotations.NullMarked;
