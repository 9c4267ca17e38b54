/**
 * Calls to providers over HTTP: bounded in time and size, and nothing of a body in what is told.
 */
@NullMarked
package io.pulseline.ingest.http;

import org.jspecify.annotations.NullMarked;
