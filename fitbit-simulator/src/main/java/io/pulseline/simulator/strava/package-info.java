/** Strava's side: consent, tokens, uploads of FIT files, activities and both rate limits. */
@NullMarked
package io.pulseline.simulator.strava;

import org.jspecify.annotations.NullMarked;
