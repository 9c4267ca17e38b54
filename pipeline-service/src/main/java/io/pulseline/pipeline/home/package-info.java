/** The front page. */
@NullMarked
package io.pulseline.pipeline.home;

import org.jspecify.annotations.NullMarked;
