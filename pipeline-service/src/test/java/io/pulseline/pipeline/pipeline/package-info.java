@NullMarked
package io.pulseline.pipeline.pipeline;

import org.jspecify.annotations.NullMarked;
