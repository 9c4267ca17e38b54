@NullMarked
package io.pulseline.pipeline.run;

import org.jspecify.annotations.NullMarked;
