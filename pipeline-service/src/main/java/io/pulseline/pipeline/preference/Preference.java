package io.pulseline.pipeline.preference;

import org.jspecify.annotations.Nullable;

/**
 * What a user prefers.
 *
 * @param preferredProvider whose measurement counts where two devices measured one workout, one of
 *     {@link io.pulseline.contracts.OpenSets.Provider}; null for no preference
 * @param units of pages; null for metric ones
 * @param timeZone of pages, an IANA name; null for the zone that the user's data have
 */
public record Preference(
        @Nullable String preferredProvider, @Nullable Units units, @Nullable String timeZone) {
    /** Of a user who has said nothing. */
    public static final Preference NONE = new Preference(null, null, null);
}
