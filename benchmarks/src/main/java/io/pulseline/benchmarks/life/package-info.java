/** An invented life to measure with: always the same, and like a real one in what costs time. */
@NullMarked
package io.pulseline.benchmarks.life;

import org.jspecify.annotations.NullMarked;
