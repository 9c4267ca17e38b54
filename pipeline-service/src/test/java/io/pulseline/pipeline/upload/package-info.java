@NullMarked
package io.pulseline.pipeline.upload;

import org.jspecify.annotations.NullMarked;
