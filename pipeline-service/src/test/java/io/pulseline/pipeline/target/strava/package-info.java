/** Tests of the target for Strava. */
@NullMarked
package io.pulseline.pipeline.target.strava;

import org.jspecify.annotations.NullMarked;
