/**
 * What may be set, declared once: the JSON Schema of the catalogue and the checked values come of
 * the same declaration.
 */
@NullMarked
package io.pulseline.pipeline.setting;

import org.jspecify.annotations.NullMarked;
