/** Why something a user might expect is not there: one cause, from what is known. */
@NullMarked
package io.pulseline.pipeline.absence;

import org.jspecify.annotations.NullMarked;
