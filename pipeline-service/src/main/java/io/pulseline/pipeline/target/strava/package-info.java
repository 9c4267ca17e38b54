/** Activities at Strava: FIT uploads, followed until they are activities there. */
@NullMarked
package io.pulseline.pipeline.target.strava;

import org.jspecify.annotations.NullMarked;
