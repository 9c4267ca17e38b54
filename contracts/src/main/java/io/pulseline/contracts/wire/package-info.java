/**
 * Records as bytes on a topic: Avro in the Confluent wire format, CloudEvents headers, Zstandard
 * parts.
 */
@NullMarked
package io.pulseline.contracts.wire;

import org.jspecify.annotations.NullMarked;
