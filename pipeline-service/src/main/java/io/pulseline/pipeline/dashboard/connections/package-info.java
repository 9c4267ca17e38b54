/** The connections of whoever looks, and one of them with all that is known of it. */
@NullMarked
package io.pulseline.pipeline.dashboard.connections;

import org.jspecify.annotations.NullMarked;
