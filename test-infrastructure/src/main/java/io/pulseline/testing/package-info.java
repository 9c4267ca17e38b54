/** Real Kafka, PostgreSQL and schema registry for tests. */
@NullMarked
package io.pulseline.testing;

import org.jspecify.annotations.NullMarked;
