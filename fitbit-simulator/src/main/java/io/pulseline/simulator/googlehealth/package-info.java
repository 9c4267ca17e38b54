/** What the Google Health API (version 4) makes of the same lives. */
@NullMarked
package io.pulseline.simulator.googlehealth;

import org.jspecify.annotations.NullMarked;
