/** Takes payloads from Kafka, has them mapped, hands records on, puts aside what cannot be read. */
@NullMarked
package io.pulseline.normalizer.intake;

import org.jspecify.annotations.NullMarked;
