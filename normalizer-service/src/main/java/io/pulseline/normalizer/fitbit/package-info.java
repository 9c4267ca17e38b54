/**
 * Documents of the Fitbit Web API, and what they mean. The only room that speaks Fitbit's words.
 */
@NullMarked
package io.pulseline.normalizer.fitbit;

import org.jspecify.annotations.NullMarked;
