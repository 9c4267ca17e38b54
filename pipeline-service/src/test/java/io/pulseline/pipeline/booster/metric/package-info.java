@NullMarked
package io.pulseline.pipeline.booster.metric;

import org.jspecify.annotations.NullMarked;
