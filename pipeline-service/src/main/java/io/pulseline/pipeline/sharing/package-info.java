/** What users let members of the care team read, until when, and who looked. */
@NullMarked
package io.pulseline.pipeline.sharing;

import org.jspecify.annotations.NullMarked;
