/**
 * What activity files say, as records: FIT, TCX, GPX and our own JSON. Knows bytes and records, and
 * nothing of HTTP, Kafka or databases.
 */
@NullMarked
package io.pulseline.pipeline.upload.file;

import org.jspecify.annotations.NullMarked;
