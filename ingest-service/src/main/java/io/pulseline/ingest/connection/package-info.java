/**
 * A user's consent at one provider: the connect flow, its single-use state, encrypted tokens, one
 * refresh at a time, and the state that others see ({@code source.connections.v1}, {@code
 * /api/connections}). Speaks to providers through {@link
 * io.pulseline.ingest.connection.ConsentProvider} only.
 */
@NullMarked
package io.pulseline.ingest.connection;

import org.jspecify.annotations.NullMarked;
