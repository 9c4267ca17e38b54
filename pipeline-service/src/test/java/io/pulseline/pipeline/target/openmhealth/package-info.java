/** Tests of the data points of Open mHealth and IEEE 1752.1. */
@NullMarked
package io.pulseline.pipeline.target.openmhealth;

import org.jspecify.annotations.NullMarked;
