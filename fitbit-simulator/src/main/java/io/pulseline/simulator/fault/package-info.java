/** How a provider says no: by rule, on demand, or for good. */
@NullMarked
package io.pulseline.simulator.fault;

import org.jspecify.annotations.NullMarked;
