@NullMarked
package io.pulseline.pipeline.target.file;

import org.jspecify.annotations.NullMarked;
