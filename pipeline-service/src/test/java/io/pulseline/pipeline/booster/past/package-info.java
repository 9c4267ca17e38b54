@NullMarked
package io.pulseline.pipeline.booster.past;

import org.jspecify.annotations.NullMarked;
