/**
 * From Kafka into records, runs and connections: an activity in one transaction, metrics and what
 * is told of connections a batch in one.
 */
@NullMarked
package io.pulseline.pipeline.intake;

import org.jspecify.annotations.NullMarked;
