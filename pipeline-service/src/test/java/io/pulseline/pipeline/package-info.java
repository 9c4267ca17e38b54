@NullMarked
package io.pulseline.pipeline;

import org.jspecify.annotations.NullMarked;
