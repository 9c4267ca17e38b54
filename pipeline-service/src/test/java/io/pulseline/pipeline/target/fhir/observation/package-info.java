/** Tests of what becomes of records in FHIR. */
@NullMarked
package io.pulseline.pipeline.target.fhir.observation;

import org.jspecify.annotations.NullMarked;
