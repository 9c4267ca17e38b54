@NullMarked
package io.pulseline.pipeline.preview;

import org.jspecify.annotations.NullMarked;
