package io.pulseline.pipeline.run;

import org.jspecify.annotations.Nullable;

/**
 * What a run called its activity after the boosters.
 *
 * @param activityType null if it was not noted
 */
public record RunName(@Nullable String title, @Nullable String activityType) {}
