/** A small remote target: it verifies Standard Webhooks and remembers what it was told. */
@NullMarked
package io.pulseline.simulator.receiver;

import org.jspecify.annotations.NullMarked;
