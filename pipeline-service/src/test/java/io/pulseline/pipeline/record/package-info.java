@NullMarked
package io.pulseline.pipeline.record;

import org.jspecify.annotations.NullMarked;
