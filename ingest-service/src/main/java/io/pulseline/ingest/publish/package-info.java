/**
 * The way to Kafka: values encoded with the registry's schemas, CloudEvents headers, and an answer
 * only when the brokers have acknowledged.
 */
@NullMarked
package io.pulseline.ingest.publish;

import org.jspecify.annotations.NullMarked;
