package io.pulseline.simulator.control;

import io.pulseline.simulator.googlehealth.Knobs;
import java.util.Locale;

/**
 * Through whose API the truth is read: what is true of a life is one thing, but neither provider
 * tells all of it, and some of it they count differently.
 *
 * @param google how the Google side answers now
 */
record Telling(Provider provider, Knobs.Answers google) {
    /** Who tells. */
    enum Provider {
        FITBIT,
        GOOGLE_HEALTH;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The one of that word.
         *
         * @throws IllegalArgumentException naming both
         */
        static Provider of(String word) {
            for (Provider provider : values()) {
                if (provider.word().equals(word)) {
                    return provider;
                }
            }
            throw new IllegalArgumentException(
                    "provider \"" + word + "\" is not one of fitbit, google-health");
        }
    }
}
