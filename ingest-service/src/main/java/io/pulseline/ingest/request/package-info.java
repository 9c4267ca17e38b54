/**
 * What others ask of ingest through {@code source.requests.v1}: to read now, to read history, to
 * disconnect. Does nothing itself.
 */
@NullMarked
package io.pulseline.ingest.request;

import org.jspecify.annotations.NullMarked;
