package io.pulseline.localstack.play;

import io.pulseline.localstack.client.ProviderSide;
import java.util.List;

/** Which providers a person is connected to, one after the other. */
enum Journey {
    FITBIT,
    GOOGLE_HEALTH,
    /** Connects Fitbit, and Google Health when Fitbit is turned off. */
    MOVES;

    /** In order. */
    List<ProviderSide> sides() {
        return switch (this) {
            case FITBIT -> List.of(ProviderSide.FITBIT);
            case GOOGLE_HEALTH -> List.of(ProviderSide.GOOGLE_HEALTH);
            case MOVES -> List.of(ProviderSide.FITBIT, ProviderSide.GOOGLE_HEALTH);
        };
    }

    /** Every second one moves; of the others every second one is at Google Health. */
    static Journey inTurn(int turn) {
        if (turn % 2 == 0) {
            return MOVES;
        }
        return turn % 4 == 1 ? FITBIT : GOOGLE_HEALTH;
    }
}
