/** The durable ledger of what each target must still hear, and the worker that sends it. */
@NullMarked
package io.pulseline.pipeline.delivery;

import org.jspecify.annotations.NullMarked;
