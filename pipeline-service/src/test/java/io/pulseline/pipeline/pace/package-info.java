@NullMarked
package io.pulseline.pipeline.pace;

import org.jspecify.annotations.NullMarked;
