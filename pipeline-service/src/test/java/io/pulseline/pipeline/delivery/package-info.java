@NullMarked
package io.pulseline.pipeline.delivery;

import org.jspecify.annotations.NullMarked;
