@NullMarked
package io.pulseline.benchmarks;

import org.jspecify.annotations.NullMarked;
