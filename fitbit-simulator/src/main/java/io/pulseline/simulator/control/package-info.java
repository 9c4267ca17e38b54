/** The three verbs (set up, fail next, look back), in Java and over HTTP. */
@NullMarked
package io.pulseline.simulator.control;

import org.jspecify.annotations.NullMarked;
