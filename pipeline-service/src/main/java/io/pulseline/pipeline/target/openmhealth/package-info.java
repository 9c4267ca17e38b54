/** Records as data points of Open mHealth and IEEE 1752.1. Pure: no network, no clock. */
@NullMarked
package io.pulseline.pipeline.target.openmhealth;

import org.jspecify.annotations.NullMarked;
