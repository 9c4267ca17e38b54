/** The Activity History and its activities, as people see them. */
@NullMarked
package io.pulseline.pipeline.dashboard.activities;

import org.jspecify.annotations.NullMarked;
