/**
 * History: what a user's provider has from before live data begins, read from the newest date to
 * the oldest with what live and late work leave of the quota, and published on a topic of its own.
 */
@NullMarked
package io.pulseline.ingest.backfill;

import org.jspecify.annotations.NullMarked;
