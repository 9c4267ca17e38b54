/** Where results go: webhooks and Kafka. Knows how to send, not when. */
@NullMarked
package io.pulseline.pipeline.target;

import org.jspecify.annotations.NullMarked;
