@NullMarked
package io.pulseline.pipeline.dashboard.connections;

import org.jspecify.annotations.NullMarked;
