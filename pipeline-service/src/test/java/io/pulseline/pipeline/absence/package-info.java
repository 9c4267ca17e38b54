@NullMarked
package io.pulseline.pipeline.absence;

import org.jspecify.annotations.NullMarked;
