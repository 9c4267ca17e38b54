@NullMarked
package io.pulseline.pipeline.history;

import org.jspecify.annotations.NullMarked;
