/**
 * Taking work from Kafka: one record after the other, poison to dead letters, outages waited for.
 * Knows nothing of what the records mean.
 */
@NullMarked
package io.pulseline.ingest.intake;

import org.jspecify.annotations.NullMarked;
