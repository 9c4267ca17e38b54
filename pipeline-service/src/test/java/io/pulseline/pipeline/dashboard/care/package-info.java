/** Tests of the pages of the care team. */
@NullMarked
package io.pulseline.pipeline.dashboard.care;

import org.jspecify.annotations.NullMarked;
