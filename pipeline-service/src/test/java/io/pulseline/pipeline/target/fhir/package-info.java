/** Tests of the target FHIR R4. */
@NullMarked
package io.pulseline.pipeline.target.fhir;

import org.jspecify.annotations.NullMarked;
