/** Shows what a provider's answer would become; publishes nothing, keeps nothing. */
@NullMarked
package io.pulseline.normalizer.preview;

import org.jspecify.annotations.NullMarked;
