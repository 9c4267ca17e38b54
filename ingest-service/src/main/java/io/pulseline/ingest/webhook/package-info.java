/**
 * Where providers ring. Checks the signature over the raw bytes, leaves a durable note on {@code
 * source.notifications.v1} and answers. Knows no users, no connections and no database: it works
 * while PostgreSQL is down.
 */
@NullMarked
package io.pulseline.ingest.webhook;

import org.jspecify.annotations.NullMarked;
