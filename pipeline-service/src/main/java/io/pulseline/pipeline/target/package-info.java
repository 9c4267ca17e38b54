/** Where results go, one subpackage for each kind of place. Knows how to send, not when. */
@NullMarked
package io.pulseline.pipeline.target;

import org.jspecify.annotations.NullMarked;
