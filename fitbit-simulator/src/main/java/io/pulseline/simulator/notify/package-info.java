/** Subscriptions and the signed notifications sent for them. */
@NullMarked
package io.pulseline.simulator.notify;

import org.jspecify.annotations.NullMarked;
