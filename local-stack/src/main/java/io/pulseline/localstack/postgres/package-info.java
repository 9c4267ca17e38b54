/** A PostgreSQL server from Maven Central. */
@NullMarked
package io.pulseline.localstack.postgres;

import org.jspecify.annotations.NullMarked;
