@NullMarked
package io.pulseline.pipeline.tier;

import org.jspecify.annotations.NullMarked;
