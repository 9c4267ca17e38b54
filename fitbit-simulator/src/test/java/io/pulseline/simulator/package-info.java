@NullMarked
package io.pulseline.simulator;

import org.jspecify.annotations.NullMarked;
