/**
 * Follows {@code source.users.v1}: whose data are erased has no connection, no token and no ledger
 * here any more, and {@code source.connections.v1} says so.
 */
@NullMarked
package io.pulseline.ingest.erasure;

import org.jspecify.annotations.NullMarked;
