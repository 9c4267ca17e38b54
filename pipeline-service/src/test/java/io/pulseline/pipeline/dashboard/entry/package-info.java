/** Tests of the way in and out. */
package io.pulseline.pipeline.dashboard.entry;
