/**
 * How much of a provider's quota a connection may still spend. Every call with a user's token is
 * granted here first; live work goes before late work and late work before backfill. Knows no
 * provider and no connection but its id.
 */
@NullMarked
package io.pulseline.ingest.budget;

import org.jspecify.annotations.NullMarked;
