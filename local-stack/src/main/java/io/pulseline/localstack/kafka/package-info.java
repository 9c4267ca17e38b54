/** A Kafka broker in this JVM. */
@NullMarked
package io.pulseline.localstack.kafka;

import org.jspecify.annotations.NullMarked;
