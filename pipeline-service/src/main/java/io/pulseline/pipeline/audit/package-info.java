/** Who changed what, when and by which way in: one row for each request that changes something. */
@NullMarked
package io.pulseline.pipeline.audit;

import org.jspecify.annotations.NullMarked;
