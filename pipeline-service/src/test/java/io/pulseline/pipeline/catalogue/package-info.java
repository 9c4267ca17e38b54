@NullMarked
package io.pulseline.pipeline.catalogue;

import org.jspecify.annotations.NullMarked;
