/** What users may do with their runs. */
@NullMarked
package io.pulseline.pipeline.action;

import org.jspecify.annotations.NullMarked;
