@NullMarked
package io.pulseline.pipeline.booster.heart;

import org.jspecify.annotations.NullMarked;
