@NullMarked
package io.pulseline.pipeline.booster;

import org.jspecify.annotations.NullMarked;
