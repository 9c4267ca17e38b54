/**
 * Documents of the Google Health API, and what they mean. The only room that speaks Google's words.
 */
@NullMarked
package io.pulseline.normalizer.googlehealth;

import org.jspecify.annotations.NullMarked;
