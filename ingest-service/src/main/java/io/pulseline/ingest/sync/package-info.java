/**
 * Asks providers for what is due. A notification only makes a connection due sooner; leases let any
 * number of replicas share the work; the ledger of things decides what is new, what waits for
 * promised parts, and what has been published. Speaks to providers through {@link
 * io.pulseline.ingest.sync.DataProvider} only.
 */
@NullMarked
package io.pulseline.ingest.sync;

import org.jspecify.annotations.NullMarked;
