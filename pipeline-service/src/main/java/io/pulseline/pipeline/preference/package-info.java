/** What users prefer, whatever the pipeline. */
@NullMarked
package io.pulseline.pipeline.preference;

import org.jspecify.annotations.NullMarked;
