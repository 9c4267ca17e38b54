/**
 * How much of a provider's quota a connection may still spend. Every call with a user's token is
 * granted here first; live work goes before late work and late work before backfill. A quota comes
 * back at the full hour (windows) or evenly (buckets). Knows of a provider only which of the two it
 * has, and of a connection its id.
 */
@NullMarked
package io.pulseline.ingest.budget;

import org.jspecify.annotations.NullMarked;
