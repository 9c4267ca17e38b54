/** Signed webhooks, after Standard Webhooks 1.0.0. */
@NullMarked
package io.pulseline.pipeline.target.webhook;

import org.jspecify.annotations.NullMarked;
