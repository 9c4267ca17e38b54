@NullMarked
package io.pulseline.pipeline.operator;

import org.jspecify.annotations.NullMarked;
