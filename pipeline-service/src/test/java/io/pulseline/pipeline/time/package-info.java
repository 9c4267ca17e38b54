@NullMarked
package io.pulseline.pipeline.time;

import org.jspecify.annotations.NullMarked;
