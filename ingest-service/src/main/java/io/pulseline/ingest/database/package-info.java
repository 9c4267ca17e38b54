/**
 * Hibernate Reactive for code that runs on worker and virtual threads: one transaction in, one
 * value out. Holds no tables; each room owns its own.
 */
@NullMarked
package io.pulseline.ingest.database;

import org.jspecify.annotations.NullMarked;
