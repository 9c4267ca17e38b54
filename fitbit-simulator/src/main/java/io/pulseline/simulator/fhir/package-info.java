/**
 * A small FHIR R4 server that takes Observations: as strict as one that looks at everything, and
 * without any library of FHIR, so that it shares no mistake with what it tests.
 */
@NullMarked
package io.pulseline.simulator.fhir;

import org.jspecify.annotations.NullMarked;
