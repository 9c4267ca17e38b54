@NullMarked
package io.pulseline.pipeline.target.archive;

import org.jspecify.annotations.NullMarked;
