@NullMarked
package io.pulseline.pipeline.booster.series;

import org.jspecify.annotations.NullMarked;
