/** What a user may do by their tier; everything while tiers are off. */
@NullMarked
package io.pulseline.pipeline.tier;

import org.jspecify.annotations.NullMarked;
