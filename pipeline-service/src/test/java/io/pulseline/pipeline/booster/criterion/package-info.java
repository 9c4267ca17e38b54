@NullMarked
package io.pulseline.pipeline.booster.criterion;

import org.jspecify.annotations.NullMarked;
