package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets;
import java.util.Optional;

/** Which provider has taken the place of which. People move from the one to the other once. */
final class Succession {
    private static final String FORMER = OpenSets.Provider.FITBIT;
    private static final String SUCCESSOR = OpenSets.Provider.GOOGLE_HEALTH;

    private Succession() {}

    /** The provider that this one has taken the place of. */
    static Optional<String> formerOf(String provider) {
        return provider.equals(SUCCESSOR) ? Optional.of(FORMER) : Optional.empty();
    }

    /** The provider that has taken the place of this one. */
    static Optional<String> successorOf(String provider) {
        return provider.equals(FORMER) ? Optional.of(SUCCESSOR) : Optional.empty();
    }
}
