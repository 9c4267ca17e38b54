/**
 * The Google Health API over HTTP: authorization, calls, errors, and what its documents promise.
 * The only room that speaks Google's words (the webhook knows just the signature and the shape of a
 * notification).
 */
@NullMarked
package io.pulseline.ingest.googlehealth;

import org.jspecify.annotations.NullMarked;
