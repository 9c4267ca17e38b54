/** Transactions on the service's own database, and telling an outage from a mistake. */
@NullMarked
package io.pulseline.pipeline.database;

import org.jspecify.annotations.NullMarked;
