@NullMarked
package io.pulseline.pipeline.secret;

import org.jspecify.annotations.NullMarked;
