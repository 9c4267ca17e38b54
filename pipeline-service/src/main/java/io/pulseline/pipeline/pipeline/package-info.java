/** What a user chose: which records, which boosters in order, which targets. */
@NullMarked
package io.pulseline.pipeline.pipeline;

import org.jspecify.annotations.NullMarked;
