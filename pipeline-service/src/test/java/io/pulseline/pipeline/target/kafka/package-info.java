@NullMarked
package io.pulseline.pipeline.target.kafka;

import org.jspecify.annotations.NullMarked;
