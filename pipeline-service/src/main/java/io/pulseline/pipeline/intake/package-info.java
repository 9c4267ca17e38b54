/** From health.activities.v1 into records and runs, in one transaction for each message. */
@NullMarked
package io.pulseline.pipeline.intake;

import org.jspecify.annotations.NullMarked;
