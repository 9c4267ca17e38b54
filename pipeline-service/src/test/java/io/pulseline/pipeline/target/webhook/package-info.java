@NullMarked
package io.pulseline.pipeline.target.webhook;

import org.jspecify.annotations.NullMarked;
