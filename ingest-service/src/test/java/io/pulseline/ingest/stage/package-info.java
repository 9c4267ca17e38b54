/** The stage of the integration tests: the service, the simulated Fitbit and the people on it. */
@NullMarked
package io.pulseline.ingest.stage;

import org.jspecify.annotations.NullMarked;
