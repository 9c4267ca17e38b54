/**
 * The pages on which people make pipelines. Forms come of the same JSON Schemas as the catalogue,
 * and their fields are named by the paths by which the API complains of them.
 */
@NullMarked
package io.pulseline.pipeline.dashboard.pipelines;

import org.jspecify.annotations.NullMarked;
