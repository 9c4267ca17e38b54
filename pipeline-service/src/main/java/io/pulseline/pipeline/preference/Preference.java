package io.pulseline.pipeline.preference;

import org.jspecify.annotations.Nullable;

/**
 * What a user prefers.
 *
 * @param preferredProvider whose measurement counts where two devices measured one workout, one of
 *     {@link io.pulseline.contracts.OpenSets.Provider}; null for no preference
 */
public record Preference(@Nullable String preferredProvider) {
    /** Of a user who has said nothing. */
    public static final Preference NONE = new Preference(null);
}
