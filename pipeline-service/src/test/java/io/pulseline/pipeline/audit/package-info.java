@NullMarked
package io.pulseline.pipeline.audit;

import org.jspecify.annotations.NullMarked;
