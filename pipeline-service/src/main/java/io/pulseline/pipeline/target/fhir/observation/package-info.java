/** Makes FHIR R4 Observations of records: pure, one class for each kind of measurement. */
@NullMarked
package io.pulseline.pipeline.target.fhir.observation;

import org.jspecify.annotations.NullMarked;
