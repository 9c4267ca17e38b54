/** Consent, codes and tokens, as Fitbit's authorization server gives them. */
@NullMarked
package io.pulseline.simulator.oauth;

import org.jspecify.annotations.NullMarked;
