/** The target FHIR R4: Observations for care teams. */
@NullMarked
package io.pulseline.pipeline.target.fhir;

import org.jspecify.annotations.NullMarked;
