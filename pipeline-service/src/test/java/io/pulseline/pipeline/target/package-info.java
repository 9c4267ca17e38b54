@NullMarked
package io.pulseline.pipeline.target;

import org.jspecify.annotations.NullMarked;
