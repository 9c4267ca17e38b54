/** People on their way from Fitbit to Google Health, as operators see and remind them. */
@NullMarked
package io.pulseline.ingest.migration;

import org.jspecify.annotations.NullMarked;
