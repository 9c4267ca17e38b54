package io.pulseline.localstack.client;

import io.pulseline.contracts.OpenSets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A provider as Pulseline's addresses, the simulator's controls and users' options spell it. */
public enum ProviderSide {
    FITBIT(OpenSets.Provider.FITBIT, "fitbit", "Fitbit"),
    GOOGLE_HEALTH(OpenSets.Provider.GOOGLE_HEALTH, "google-health", "Google Health");

    private final String provider;
    private final String word;
    private final String title;

    ProviderSide(String provider, String word, String title) {
        this.provider = provider;
        this.word = word;
        this.title = title;
    }

    /** One of {@code OpenSets.Provider}. */
    public String provider() {
        return provider;
    }

    /** In addresses and options. */
    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /**
     * The one of that word.
     *
     * @throws IllegalArgumentException naming all there are
     */
    public static ProviderSide of(String word) {
        return Arrays.stream(values())
                .filter(side -> side.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no provider '"
                                        + word
                                        + "'; there are "
                                        + Arrays.stream(values())
                                                .map(ProviderSide::word)
                                                .collect(Collectors.joining(", "))));
    }
}
