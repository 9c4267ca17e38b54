/**
 * Hands out everything that this service keeps of a person, as one ZIP file that a background job
 * makes and that goes after a day.
 */
@NullMarked
package io.pulseline.pipeline.export;

import org.jspecify.annotations.NullMarked;
