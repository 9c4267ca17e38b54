/** Runs the benchmarks and tells what came out. */
@NullMarked
package io.pulseline.benchmarks;

import org.jspecify.annotations.NullMarked;
