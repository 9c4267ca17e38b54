/** What history says as it stands: records, streaks, goals, distances, counters. Only reads. */
@NullMarked
package io.pulseline.pipeline.progress;

import org.jspecify.annotations.NullMarked;
